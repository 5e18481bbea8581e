import { requestEndpoint } from '#consent/model'
import { answerOptions } from '../../app/queries.ts'

/** Exactly what it would open now: read again when the chart changes, too. */
export const requestAnswer = (request: string) =>
  answerOptions(requestEndpoint, { params: { request } }, { also: ['requests', 'consents', 'chart'] })
