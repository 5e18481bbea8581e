import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { WholeErrorPage } from '../../app/FallbackPages.tsx'
import { rootRoute } from '../../app/root-route.ts'
import { meOptions } from '../../app/session.ts'
import { loadText } from '../../text/open.ts'

/** Around the pages of a person, and around those that anybody may open. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('frame', 'work'), queries.ensureQueryData(meOptions)]),
  component: lazyRouteComponent(() => import('./Frame.tsx'), 'Frame'),
  errorComponent: WholeErrorPage,
})
