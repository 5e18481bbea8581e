import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { requestsAnswer } from '../home/questions.ts'
import { requestAnswer } from './questions.ts'

const requestsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/requests',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('requests'), queries.ensureQueryData(requestsAnswer)]),
  component: lazyRouteComponent(() => import('./Requests.tsx'), 'Requests'),
})

const requestRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/requests/$request',
  beforeLoad: requireMe,
  loader: ({ context: { queries }, params: { request } }) =>
    Promise.all([loadText('requests', 'entry'), queries.ensureQueryData(requestAnswer(request))]),
  component: lazyRouteComponent(() => import('./RequestPage.tsx'), 'RequestPage'),
})

export const requestRoutes = [requestsRoute, requestRoute] as const
