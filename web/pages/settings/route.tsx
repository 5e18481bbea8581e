import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { passkeysAnswer, sessionsAnswer } from './questions.ts'

/** My account: how the pages look, where messages go, how I sign in, and where I am signed in. */
export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([
      loadText('apply', 'settings', 'account'),
      queries.ensureQueryData(passkeysAnswer),
      queries.ensureQueryData(sessionsAnswer),
    ]),
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})
