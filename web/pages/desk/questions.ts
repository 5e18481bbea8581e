/** What the counter asks the server. */
import { queueEndpoint } from '#identity/model'
import { ownEntryEndpoint, patientEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

export type Token = Answer<typeof queueEndpoint>['tokens'][number]
export type OwnEntry = Answer<typeof ownEntryEndpoint>

/** A patient of this organisation: from its queue, or from its records. */
export type Patient = Answer<typeof patientEndpoint>['patient']

/** Somebody whose chart this organisation adds to. */
export interface OfPatient {
  readonly organisation: string
  readonly patient: Patient
}

export function queueAnswer(organisation: string) {
  return answerOptions(queueEndpoint, { params: { organisation } }, { also: ['registration'] })
}

export function patientAnswer(organisation: string, person: string) {
  return answerOptions(patientEndpoint, { params: { organisation, person } })
}

/** Each reading is a look that the patient sees. */
export function ownEntryAnswer(organisation: string, person: string, entry: string) {
  return answerOptions(ownEntryEndpoint, { params: { organisation, person, entry } }, { isLook: true })
}
