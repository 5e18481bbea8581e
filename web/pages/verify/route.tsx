import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

/** For anybody: checks an exported chart in this browser, with nothing but the file. */
export const verifyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/verify',
  loader: () => loadText('verify'),
  component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
})
