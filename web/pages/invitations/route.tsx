import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { invitationsAnswer } from '../home/questions.ts'

export const invitationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/invitations',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([
      loadText('invitations', 'organisation', 'work'),
      queries.ensureQueryData(invitationsAnswer),
    ]),
  component: lazyRouteComponent(() => import('./Invitations.tsx'), 'Invitations'),
})
