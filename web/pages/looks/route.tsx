import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'
import { looksPages } from './questions.ts'

export const looksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/looks',
  beforeLoad: requireMe,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('looks', 'proof'), queries.ensureInfiniteQueryData(looksPages)]),
  component: lazyRouteComponent(() => import('./Looks.tsx'), 'Looks'),
})
