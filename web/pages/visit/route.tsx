import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { kindSchema } from '#consent/model'
import { loadText } from '../../text/open.ts'
import { visitsAnswer } from '../visits/questions.ts'
import { workRoute } from '../work/route.tsx'

/** What the timeline shows, and which entry is open in it. */
const search = z.object({
  kinds: z.array(kindSchema).optional().catch(undefined),
  place: z.string().optional().catch(undefined),
  year: z.number().int().optional().catch(undefined),
  q: z.coerce.string().trim().min(2).max(100).optional().catch(undefined),
  entry: z.uuid().optional().catch(undefined),
})
export type VisitSearch = z.infer<typeof search>

/**
 * A chart that is open to a doctor. The loader reads nothing of it, for a link that is merely pointed at is no look; the
 * list of visits it reads anew where something changed, for a visit that was granted just now stands in no older one.
 */
export const visitRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/visits/$consent',
  validateSearch: search,
  loader: ({ context: { queries } }) =>
    Promise.all([loadText('visit', 'entry'), queries.fetchQuery(visitsAnswer)]),
  component: lazyRouteComponent(() => import('./VisitPage.tsx'), 'VisitPage'),
})
