import { passkeysEndpoint, sessionsEndpoint } from '#identity/model'
import { answerOptions } from '../../app/queries.ts'

export const passkeysAnswer = answerOptions(passkeysEndpoint, {}, { also: ['me'] })
export const sessionsAnswer = answerOptions(sessionsEndpoint, {}, { also: ['me', 'password'] })
