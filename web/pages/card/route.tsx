import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

/** My health ID, to show, save and print. */
export const cardRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/card',
  beforeLoad: requireMe,
  loader: () => loadText('card'),
  component: lazyRouteComponent(() => import('./CardPage.tsx'), 'CardPage'),
})
