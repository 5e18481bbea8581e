/**
 * All routes. A page's folder exports its own from `route.tsx`, made with `createRoute` under `rootRoute` and with
 * `lazyRouteComponent(() => import('./Page.tsx'), 'Page')`, and gets one line here.
 */
import { createRouter } from '@tanstack/react-router'
import { accessRoute } from '../pages/access/route.tsx'
import { applyRoutes } from '../pages/apply/route.tsx'
import { cardRoute } from '../pages/card/route.tsx'
import { deskRoutes } from '../pages/desk/route.tsx'
import { chartRoutes } from '../pages/chart/route.tsx'
import { forgottenRoute } from '../pages/forgotten/route.tsx'
import { frameRoute } from '../pages/frame/route.tsx'
import { galleryRoutes } from '../pages/gallery/route.tsx'
import { homeRoute } from '../pages/home/route.tsx'
import { invitationsRoute } from '../pages/invitations/route.tsx'
import { looksRoute } from '../pages/looks/route.tsx'
import { mailboxRoute } from '../pages/mailbox/route.tsx'
import { officerRoutes } from '../pages/officer/route.tsx'
import { organisationRoutes } from '../pages/organisation/route.tsx'
import { practitionerRoute } from '../pages/practitioner/route.tsx'
import { registerRoutes } from '../pages/register/route.tsx'
import { requestRoutes } from '../pages/requests/route.tsx'
import { settingsRoute } from '../pages/settings/route.tsx'
import { signInRoute } from '../pages/sign-in/route.tsx'
import { signUpRoute, verifyCodeRoute } from '../pages/sign-up/route.tsx'
import { verifyRoute } from '../pages/verify/route.tsx'
import { visitRoute } from '../pages/visit/route.tsx'
import { visitsRoute } from '../pages/visits/route.tsx'
import { workRoute } from '../pages/work/route.tsx'
import { ErrorPage, PendingPage } from './FallbackPages.tsx'
import { keepFocus } from './focus.ts'
import { newQueryClient } from './queries.ts'
import { rootRoute } from './root-route.ts'

/** Only where the app is built for development: `vite build --mode development`, or the development server. */
const developmentRoutes = import.meta.env.MODE === 'production' ? [] : galleryRoutes

const framed = frameRoute.addChildren([
  homeRoute,
  cardRoute,
  signInRoute,
  signUpRoute,
  verifyCodeRoute,
  forgottenRoute,
  mailboxRoute,
  ...requestRoutes,
  accessRoute,
  ...chartRoutes,
  ...registerRoutes,
  invitationsRoute,
  ...applyRoutes,
  looksRoute,
  practitionerRoute,
  settingsRoute,
  verifyRoute,
])

const working = workRoute.addChildren([
  ...deskRoutes,
  visitsRoute,
  visitRoute,
  ...organisationRoutes,
  ...officerRoutes,
])

const routeTree = rootRoute.addChildren([framed, working, ...developmentRoutes])

export const queries = newQueryClient()

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: PendingPage,
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

keepFocus(router)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
