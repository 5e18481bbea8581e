import { counterEndpoint } from '#identity/model'
import { answerOptions } from '../../app/queries.ts'

export const counterAnswer = (code: string) => answerOptions(counterEndpoint, { params: { code } })
