import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { CHANNELS } from '../contact.ts'
import { instant } from './common.ts'

export const mailboxEndpoint = defineEndpoint({
  name: 'development.mailbox',
  method: 'GET',
  path: '/api/dev/mailbox',
  summary: 'Messages that would have been sent, newest first. Served only where no gateway is configured.',
  caller: { who: 'anyone' },
  answer: z.object({
    messages: z.array(
      z.object({
        message: z.uuid(),
        at: instant,
        channel: z.enum(CHANNELS),
        to: z.string(),
        subject: z.string(),
        text: z.string(),
      }),
    ),
  }),
})

export const demonstrationSignInsEndpoint = defineEndpoint({
  name: 'development.signIns',
  method: 'GET',
  path: '/api/dev/sign-ins',
  summary: 'Who can sign in, by role. Served by the demonstration only.',
  caller: { who: 'anyone' },
  answer: z.object({
    signIns: z.array(
      z.object({ role: z.string(), name: z.string(), healthId: z.string(), password: z.string() }),
    ),
  }),
})

export const developmentEndpoints = [mailboxEndpoint, demonstrationSignInsEndpoint]
