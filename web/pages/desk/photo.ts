import { patientPhotoEndpoint } from '#identity/model'
import { addressOf } from '../../app/client.ts'
import type { Patient } from './questions.ts'

/** Where the photo of a patient of this house is served from, where there is one. */
export function photoOf(organisation: string, { person, hasPhoto }: Pick<Patient, 'person' | 'hasPhoto'>) {
  return hasPhoto ? addressOf(patientPhotoEndpoint, { params: { organisation, person } }) : undefined
}
