import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { entryId, instant, personId } from './shapes.ts'

/** As whom a person hears of a correction: whose chart it was in, whose it is in now, or who had read it. */
const NOTICE_ROLES = ['patient', 'right-patient', 'reader'] as const
export type NoticeRole = (typeof NOTICE_ROLES)[number]

const mine = { caller: { who: 'person' } } as const

export const noticesEndpoint = defineEndpoint({
  ...mine,
  name: 'notices.list',
  method: 'GET',
  path: '/api/me/notices',
  summary: 'Corrections of entries that are in my chart, or that I read as a doctor; newest first.',
  answer: z.object({
    notices: z.array(
      z.object({
        notice: z.uuid(),
        at: instant,
        role: z.enum(NOTICE_ROLES),
        /** Whose chart it is in: the name, for whoever read it there; null where it is mine. */
        patient: z.object({ person: personId, name: z.string() }).nullable(),
        entry: entryId,
        seen: z.boolean(),
      }),
    ),
  }),
})

export const noticeSeenEndpoint = defineEndpoint({
  ...mine,
  name: 'notices.seen',
  method: 'POST',
  path: '/api/me/notices/:notice/seen',
  summary: 'I have read this notice.',
  params: z.strictObject({ notice: z.uuid() }),
})
