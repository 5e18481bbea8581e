import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { loadText } from '../../text/open.ts'
import { workRoute } from '../work/route.tsx'
import { askedAnswer, mayPractise, visitsAnswer } from './questions.ts'

/** `code` names the request for which a code is told in the room. */
const search = z.object({ code: z.uuid().optional().catch(undefined) })

/** Where a doctor's day begins. */
export const visitsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/visits',
  validateSearch: search,
  async loader({ context: { me, queries } }) {
    await loadText('visits')
    if (!mayPractise(me)) return
    await Promise.all([queries.fetchQuery(visitsAnswer), queries.ensureQueryData(askedAnswer)])
  },
  component: lazyRouteComponent(() => import('./VisitsPage.tsx'), 'VisitsPage'),
})
