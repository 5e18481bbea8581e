import { myLicencesEndpoint, myOrganisationsEndpoint } from '#identity/model'
import { answerOptions } from '../../app/queries.ts'

export const organisationsAnswer = answerOptions(myOrganisationsEndpoint, {}, { also: ['me'] })
export const licencesAnswer = answerOptions(myLicencesEndpoint, {}, { also: ['me'] })
