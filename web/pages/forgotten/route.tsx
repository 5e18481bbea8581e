import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

export const forgottenRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/forgotten',
  loader: () => loadText('account'),
  component: lazyRouteComponent(() => import('./Forgotten.tsx'), 'Forgotten'),
})
