import { z } from 'zod'

import { defineEndpoint } from './endpoint.ts'

/** The kind that ends a page's stream: whoever it reaches is signed out. */
export const SESSION_ENDED = 'session.ended'

/** The kind that says events were missed: read again whatever the page shows. */
export const EVENTS_MISSED = 'events.missed'

/**
 * That something changed, never what: the page then asks, and is told what it may see now. `id` is one of our own
 * random names, of the thing that changed.
 */
export const liveEventSchema = z.strictObject({
  kind: z.string().regex(/^[a-z]+(\.[a-z-]+)+$/),
  id: z.string().regex(/^[\w-]{0,64}$/),
})
export type LiveEvent = Readonly<z.infer<typeof liveEventSchema>>

export const liveEndpoint = defineEndpoint({
  name: 'live.events',
  method: 'GET',
  path: '/api/events',
  summary: 'Tells an open page what changed, so that it reads again.',
  caller: { who: 'person' },
  answer: liveEventSchema,
  returns: 'events',
})
