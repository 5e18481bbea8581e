import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

import { authRefusal } from './calls.ts'

const schema = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
})

/** A passkey's answer as WebAuthn has it (Level 3, 5.1.8), before anything of it is believed. */
export function readAssertion(given: unknown): AuthenticationResponseJSON {
  const read = schema.safeParse(given)
  if (!read.success) throw authRefusal('PASSKEY_REFUSED')
  return read.data
}
