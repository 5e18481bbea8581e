import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { code, identifier, instant, password, webauthn } from './common.ts'

/** `choose`: several people of one phone have this password; sign in again with the health ID. */
const signedInSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-in') }),
  z.object({ state: z.literal('second-factor') }),
  z.object({
    state: z.literal('choose'),
    people: z.array(z.object({ healthId: z.string(), name: z.string() })),
  }),
])
export type SignedIn = z.infer<typeof signedInSchema>

export const signInEndpoint = defineEndpoint({
  name: 'session.signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Signs in with e-mail address, phone number or health ID, and password.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ identifier, password: z.string().max(128) }),
  answer: signedInSchema,
  refusals: ['SIGN_IN_REFUSED'],
})

export const secondFactorEndpoint = defineEndpoint({
  name: 'session.secondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Ends signing in with the code of an authenticator app, or with a backup code.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('totp'), code }),
    z.strictObject({ by: z.literal('backup'), code: z.string().trim().min(6).max(32) }),
  ]),
  refusals: ['CODE_REFUSED'],
})

export const passkeySignInOptionsEndpoint = defineEndpoint({
  name: 'session.passkeyOptions',
  method: 'POST',
  path: '/api/session/passkey/options',
  summary: 'What a browser needs to sign in with any passkey it holds for this place.',
  caller: { who: 'anyone' },
  answer: z.object({ options: webauthn }),
})

export const passkeySignInEndpoint = defineEndpoint({
  name: 'session.passkey',
  method: 'POST',
  path: '/api/session/passkey',
  summary: 'Signs in with a passkey.',
  caller: { who: 'anyone' },
  limit: 'guess',
  body: z.strictObject({ assertion: webauthn }),
  refusals: ['PASSKEY_REFUSED'],
})

export const signOutEndpoint = defineEndpoint({
  name: 'session.signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Ends this session.',
  caller: { who: 'person' },
})

export const sessionsEndpoint = defineEndpoint({
  name: 'session.list',
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'Where I am signed in.',
  caller: { who: 'person' },
  answer: z.object({
    sessions: z.array(
      z.object({
        session: z.string(),
        since: instant,
        until: instant,
        /** What the browser called itself, or null. */
        browser: z.string().nullable(),
        isThisOne: z.boolean(),
      }),
    ),
  }),
})

export const endSessionEndpoint = defineEndpoint({
  name: 'session.end',
  method: 'DELETE',
  path: '/api/me/sessions/:session',
  summary: 'Ends one of my sessions.',
  caller: { who: 'person' },
  params: z.strictObject({ session: z.string().max(64) }),
  refusals: ['NO_SUCH_SESSION'],
})

export const endAllSessionsEndpoint = defineEndpoint({
  name: 'session.endAll',
  method: 'DELETE',
  path: '/api/me/sessions',
  summary: 'Signs me out everywhere, here too.',
  caller: { who: 'person' },
})

export const changePasswordEndpoint = defineEndpoint({
  name: 'password.change',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Changes my password and ends every other session.',
  caller: { who: 'person' },
  limit: 'guess',
  body: z.strictObject({ current: z.string().max(128), next: password }),
  refusals: ['PASSWORD_REFUSED', 'PASSWORD_TOO_WEAK'],
})

export const sessionEndpoints = [
  signInEndpoint,
  secondFactorEndpoint,
  passkeySignInOptionsEndpoint,
  passkeySignInEndpoint,
  signOutEndpoint,
  sessionsEndpoint,
  endSessionEndpoint,
  endAllSessionsEndpoint,
  changePasswordEndpoint,
]
