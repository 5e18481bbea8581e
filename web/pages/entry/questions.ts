import { myEntryEndpoint } from '#records/model'
import { answerOptions } from '../../app/queries.ts'

export const entryAnswer = (entry: string) => answerOptions(myEntryEndpoint, { params: { entry } })
