import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { registrationsAnswer } from '../home/questions.ts'
import { counterAnswer } from './questions.ts'

/** Where I am registered, and the way to one more counter. */
const placesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/register',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('register', 'work'), queries.ensureQueryData(registrationsAnswer)]),
  component: lazyRouteComponent(() => import('./Places.tsx'), 'Places'),
})

/** The counter's QR leads here: whose counter it is may be read by anybody, registering is for who signs in. */
const counterRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/register/$code',
  loader: ({ context: { queries }, params: { code } }) =>
    Promise.all([loadText('register', 'work'), queries.ensureQueryData(counterAnswer(code))]),
  component: lazyRouteComponent(() => import('./CounterPage.tsx'), 'CounterPage'),
})

export const registerRoutes = [placesRoute, counterRoute] as const
