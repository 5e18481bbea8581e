import { publicLicenceEndpoint } from '#identity/model'
import { answerOptions } from '../../app/queries.ts'

export function licenceAnswer(practitioner: string) {
  return answerOptions(publicLicenceEndpoint, { params: { practitioner } })
}
