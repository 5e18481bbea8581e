import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { code, instant, webauthn } from './common.ts'

const withPassword = z.strictObject({ password: z.string().max(128) })
const backupCodes = z.object({ backupCodes: z.array(z.string()) })

export const beginSecondFactorEndpoint = defineEndpoint({
  name: 'secondFactor.begin',
  method: 'POST',
  path: '/api/me/second-factor',
  summary:
    'Gives the secret for an authenticator app and backup codes; it counts once a code of it is given.',
  caller: { who: 'person' },
  limit: 'guess',
  body: withPassword,
  answer: backupCodes.extend({ uri: z.string(), secret: z.string() }),
  refusals: ['PASSWORD_REFUSED', 'SECOND_FACTOR_ON'],
})

export const confirmSecondFactorEndpoint = defineEndpoint({
  name: 'secondFactor.confirm',
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  summary: 'Turns the second factor on with a first code of the app.',
  caller: { who: 'person' },
  limit: 'guess',
  body: z.strictObject({ code }),
  refusals: ['CODE_REFUSED'],
})

export const endSecondFactorEndpoint = defineEndpoint({
  name: 'secondFactor.end',
  method: 'POST',
  path: '/api/me/second-factor/end',
  summary: 'Turns the second factor off.',
  caller: { who: 'person' },
  limit: 'guess',
  body: withPassword,
  refusals: ['PASSWORD_REFUSED'],
})

export const newBackupCodesEndpoint = defineEndpoint({
  name: 'secondFactor.backupCodes',
  method: 'POST',
  path: '/api/me/second-factor/backup-codes',
  summary: 'Gives new backup codes; those before no longer count.',
  caller: { who: 'person' },
  limit: 'guess',
  body: withPassword,
  answer: backupCodes,
  refusals: ['PASSWORD_REFUSED', 'SECOND_FACTOR_OFF'],
})

export const passkeyOptionsEndpoint = defineEndpoint({
  name: 'passkey.options',
  method: 'POST',
  path: '/api/me/passkeys/options',
  summary: 'What a browser needs to make a passkey for this account.',
  caller: { who: 'person' },
  limit: 'guess',
  body: withPassword,
  answer: z.object({ options: webauthn }),
  refusals: ['PASSWORD_REFUSED'],
})

export const addPasskeyEndpoint = defineEndpoint({
  name: 'passkey.add',
  method: 'POST',
  path: '/api/me/passkeys',
  summary: 'Keeps a passkey that the browser made.',
  caller: { who: 'person' },
  body: z.strictObject({ name: z.string().trim().min(1).max(60), attestation: webauthn }),
  refusals: ['PASSKEY_REFUSED'],
})

export const passkeysEndpoint = defineEndpoint({
  name: 'passkey.list',
  method: 'GET',
  path: '/api/me/passkeys',
  summary: 'My passkeys.',
  caller: { who: 'person' },
  answer: z.object({
    passkeys: z.array(z.object({ passkey: z.string(), name: z.string(), since: instant })),
  }),
})

export const removePasskeyEndpoint = defineEndpoint({
  name: 'passkey.remove',
  method: 'DELETE',
  path: '/api/me/passkeys/:passkey',
  summary: 'Forgets a passkey.',
  caller: { who: 'person' },
  params: z.strictObject({ passkey: z.string().max(64) }),
  refusals: ['NO_SUCH_PASSKEY'],
})

export const secondFactorEndpoints = [
  beginSecondFactorEndpoint,
  confirmSecondFactorEndpoint,
  endSecondFactorEndpoint,
  newBackupCodesEndpoint,
  passkeyOptionsEndpoint,
  addPasskeyEndpoint,
  passkeysEndpoint,
  removePasskeyEndpoint,
]
