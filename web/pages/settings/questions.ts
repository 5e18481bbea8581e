import { passkeysEndpoint, sessionsEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

export type Passkey = Answer<typeof passkeysEndpoint>['passkeys'][number]

export const passkeysAnswer = answerOptions(passkeysEndpoint, {}, { also: ['me'] })
export const sessionsAnswer = answerOptions(sessionsEndpoint, {}, { also: ['me', 'password'] })
