import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { loadText } from '../../text/open.ts'
import { workRoute } from '../work/route.tsx'
import { applicationsAnswer, licencesAnswer, ordersAnswer, organisationsAnswer } from './questions.ts'

const page = { getParentRoute: () => workRoute } as const

const waitingRoute = createRoute({
  ...page,
  path: '/officer',
  loader: ({ context: { queries } }) =>
    Promise.all([
      loadText('officer'),
      queries.ensureQueryData(organisationsAnswer),
      queries.ensureQueryData(applicationsAnswer),
      queries.ensureQueryData(ordersAnswer),
    ]),
  component: lazyRouteComponent(() => import('./WaitingPage.tsx'), 'WaitingPage'),
})

const applicationRoute = createRoute({
  ...page,
  path: '/officer/applications/$application',
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('officer'), queries.ensureQueryData(applicationsAnswer)]),
  component: lazyRouteComponent(() => import('./ApplicationPage.tsx'), 'ApplicationPage'),
})

const organisationsRoute = createRoute({
  ...page,
  path: '/officer/organisations',
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('officer'), queries.ensureQueryData(organisationsAnswer)]),
  component: lazyRouteComponent(() => import('./OrganisationsPage.tsx'), 'OrganisationsPage'),
})

const organisationRoute = createRoute({
  ...page,
  path: '/officer/organisations/$organisation',
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('officer'), queries.ensureQueryData(organisationsAnswer)]),
  component: lazyRouteComponent(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
})

const licencesRoute = createRoute({
  ...page,
  path: '/officer/licences',
  validateSearch: z.object({ find: z.coerce.string().max(60).optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps: { find = '' } }) =>
    Promise.all([loadText('officer'), queries.ensureQueryData(licencesAnswer(find))]),
  component: lazyRouteComponent(() => import('./LicencesPage.tsx'), 'LicencesPage'),
})

const licenceRoute = createRoute({
  ...page,
  path: '/officer/licences/$practitioner',
  loader: ({ context: { queries }, params }) =>
    Promise.all([
      loadText('officer'),
      queries.ensureQueryData(licencesAnswer(params.practitioner)),
      queries.ensureQueryData(ordersAnswer),
    ]),
  component: lazyRouteComponent(() => import('./LicencePage.tsx'), 'LicencePage'),
})

const ordersRoute = createRoute({
  ...page,
  path: '/officer/orders',
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('officer'), queries.ensureQueryData(ordersAnswer)]),
  component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
})

/** The health authority's pages. */
export const officerRoutes = [
  waitingRoute,
  applicationRoute,
  organisationsRoute,
  organisationRoute,
  licencesRoute,
  licenceRoute,
  ordersRoute,
] as const
