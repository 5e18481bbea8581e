import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { licenceAnswer } from './question.ts'

/** A practitioner's entry in the register: for anybody, signed in or not. */
export const practitionerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/practitioners/$practitioner',
  loader: ({ context: { queries }, params: { practitioner } }) =>
    Promise.all([loadText('practitioner', 'work'), queries.ensureQueryData(licenceAnswer(practitioner))]),
  component: lazyRouteComponent(() => import('./PractitionerPage.tsx'), 'PractitionerPage'),
})
