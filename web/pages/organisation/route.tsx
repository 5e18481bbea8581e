import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadText } from '../../text/open.ts'
import { workRoute } from '../work/route.tsx'
import { myOrganisationsAnswer, staffAnswer } from './questions.ts'

const staffRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/organisation/$organisation',
  loader: ({ context: { queries }, params: { organisation } }) =>
    Promise.all([
      loadText('organisation'),
      queries.ensureQueryData(staffAnswer(organisation)),
      queries.ensureQueryData(myOrganisationsAnswer),
    ]),
  component: lazyRouteComponent(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
})

const inviteRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/organisation/$organisation/invite',
  loader: () => loadText('organisation'),
  component: lazyRouteComponent(() => import('./InvitePage.tsx'), 'InvitePage'),
})

/** An administrator's pages. */
export const organisationRoutes = [staffRoute, inviteRoute] as const
