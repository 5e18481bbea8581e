import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { languageSchema, personSchema } from '../person.ts'
import { code, identifier, password } from './common.ts'

const signUp = z.uuid()

export const signUpEndpoint = defineEndpoint({
  name: 'account.signUp',
  method: 'POST',
  path: '/api/accounts',
  summary: 'Begins an account and sends a code. The answer is the same whoever else has this contact.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: personSchema.extend({ contact: identifier, password, language: languageSchema }),
  answer: z.object({ signUp, sentTo: z.string() }),
  refusals: ['NOT_A_CONTACT', 'PASSWORD_TOO_WEAK', 'TOO_MANY_CODES'],
})

export const resendCodeEndpoint = defineEndpoint({
  name: 'account.resend',
  method: 'POST',
  path: '/api/accounts/resend',
  summary: 'Sends another code for a sign-up that was begun; the one before no longer counts.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ signUp }),
  refusals: ['TOO_MANY_CODES'],
})

export const verifyEndpoint = defineEndpoint({
  name: 'account.verify',
  method: 'POST',
  path: '/api/accounts/verify',
  summary: 'Ends the sign-up with the code: the account exists, has its health ID, and is signed in.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ signUp, code }),
  answer: z.object({ healthId: z.string() }),
  refusals: ['CODE_REFUSED'],
})

export const forgottenEndpoint = defineEndpoint({
  name: 'password.forgotten',
  method: 'POST',
  path: '/api/password/forgotten',
  summary: 'Sends a code for a new password, if there is anybody to send it to; the answer does not say.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ identifier }),
  refusals: ['NOT_A_CONTACT', 'TOO_MANY_CODES'],
})

export const resetEndpoint = defineEndpoint({
  name: 'password.reset',
  method: 'POST',
  path: '/api/password/reset',
  summary: 'Sets a new password with the code and ends every session.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ identifier, code, password }),
  refusals: ['NOT_A_CONTACT', 'CODE_REFUSED', 'PASSWORD_TOO_WEAK'],
})

export const accountEndpoints = [
  signUpEndpoint,
  resendCodeEndpoint,
  verifyEndpoint,
  forgottenEndpoint,
  resetEndpoint,
]
