import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RouteContext } from '../../app/root-route.ts'
import { meOptions } from '../../app/session.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import {
  correctionsAnswer,
  homeAnswer,
  invitationsAnswer,
  registrationsAnswer,
  requestsAnswer,
  signInsAnswer,
} from './questions.ts'

/** The first page: one's own where somebody is signed in, else what this is. */
export const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  loader: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meOptions)
    await (me === null ? loadWelcome(context) : loadHome(context))
  },
  component: lazyRouteComponent(() => import('./FirstPage.tsx'), 'FirstPage'),
})

async function loadWelcome({ queries }: RouteContext): Promise<void> {
  await Promise.all([loadText('welcome'), queries.prefetchQuery(signInsAnswer)])
}

/** All of it, so that nothing jumps; what waits may be missing without taking the page with it. */
async function loadHome({ queries }: RouteContext): Promise<void> {
  await Promise.all([
    loadText('home', 'entry'),
    queries.ensureQueryData(homeAnswer),
    queries.prefetchQuery(requestsAnswer),
    queries.prefetchQuery(invitationsAnswer),
    queries.prefetchQuery(registrationsAnswer),
    queries.prefetchQuery(correctionsAnswer),
  ])
}
