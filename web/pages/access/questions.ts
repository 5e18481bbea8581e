import { consentsEndpoint } from '#consent/model'
import { answerOptions } from '../../app/queries.ts'

export const consentsAnswer = answerOptions(consentsEndpoint, {}, { also: ['consents', 'visits'] })
