import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { WholeErrorPage } from '../../app/FallbackPages.tsx'
import { requireMe } from '../../app/require-me.ts'
import { rootRoute } from '../../app/root-route.ts'
import { loadText } from '../../text/open.ts'

/** Around the pages of those who work here: doctors, desks, administrators, officers. */
export const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  beforeLoad: requireMe,
  loader: () => loadText('work'),
  component: lazyRouteComponent(() => import('./WorkFrame.tsx'), 'WorkFrame'),
  errorComponent: WholeErrorPage,
})
