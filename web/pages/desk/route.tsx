import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadText } from '../../text/open.ts'
import { workRoute } from '../work/route.tsx'
import { addressSchema } from './address.ts'
import { queueAnswer } from './questions.ts'

const counterRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/desk/$organisation',
  validateSearch: addressSchema,
  loader: ({ context: { queries }, params: { organisation } }) =>
    Promise.all([loadText('desk', 'entry'), queries.ensureQueryData(queueAnswer(organisation))]),
  component: lazyRouteComponent(() => import('./DeskPage.tsx'), 'DeskPage'),
})

const posterRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/desk/$organisation/poster',
  loader: () => loadText('desk'),
  component: lazyRouteComponent(() => import('./PosterPage.tsx'), 'PosterPage'),
})

/** The pages of a counter. */
export const deskRoutes = [counterRoute, posterRoute] as const
