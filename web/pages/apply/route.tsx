import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { licencesAnswer, organisationsAnswer } from './questions.ts'

const organisationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/organisations/new',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('apply', 'work'), queries.ensureQueryData(organisationsAnswer)]),
  component: lazyRouteComponent(() => import('./NewOrganisation.tsx'), 'NewOrganisation'),
})

const practiseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/practise',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('apply', 'work', 'practitioner'), queries.ensureQueryData(licencesAnswer)]),
  component: lazyRouteComponent(() => import('./Practise.tsx'), 'Practise'),
})

/** What somebody applies for with the health authority. */
export const applyRoutes = [organisationRoute, practiseRoute] as const
