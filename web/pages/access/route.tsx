import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { requestsAnswer } from '../home/questions.ts'
import { consentsAnswer } from './questions.ts'

export const accessRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/access',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([
      loadText('access'),
      queries.ensureQueryData(consentsAnswer),
      queries.ensureQueryData(requestsAnswer),
    ]),
  component: lazyRouteComponent(() => import('./Access.tsx'), 'Access'),
})
