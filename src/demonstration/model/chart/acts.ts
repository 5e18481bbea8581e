/** What was done, asked for and found not to be borne at a visit, as FHIR R4. */
import type { AllergyIntolerance, Procedure, ServiceRequest } from '@medplum/fhirtypes'

import { toDateTime } from '../calendar.ts'
import type { Visit } from '../care/visit.ts'
import type { Allergen } from '../tables/drugs.ts'
import { coded, concept, hl7, SNOMED } from './codes.ts'
import { signerOf, subjectOf, toUrn, withinVisit, type Hand } from './hand.ts'

export function procedureOf(hand: Hand, id: string, text: string, condition: string | undefined): Procedure {
  return {
    resourceType: 'Procedure',
    id,
    status: 'completed',
    code: { text },
    subject: subjectOf(hand),
    ...withinVisit(hand),
    performedDateTime: toDateTime(hand.at),
    performer: [{ actor: signerOf(hand) }],
    ...(condition === undefined ? {} : { reasonReference: [{ reference: toUrn(condition) }] }),
  }
}

export function referralOf(
  hand: Hand,
  id: string,
  referral: NonNullable<Visit['referral']>,
  to: Hand['organisation'],
  condition: string | undefined,
): ServiceRequest {
  return {
    resourceType: 'ServiceRequest',
    id,
    status: referral.answered ? 'completed' : 'active',
    intent: 'order',
    priority: 'routine',
    code: { text: `Referral to ${referral.department}` },
    subject: subjectOf(hand),
    ...withinVisit(hand),
    authoredOn: toDateTime(hand.at),
    requester: signerOf(hand),
    performer: [{ reference: to.reference, display: to.name }],
    ...(condition === undefined ? {} : { reasonReference: [{ reference: toUrn(condition) }] }),
  }
}

const ALLERGENS: Readonly<Record<Allergen, string>> = {
  penicillin: 'Penicillin group',
  sulfonamide: 'Sulfonamides',
  nsaid: 'NSAIDs (diclofenac, aceclofenac)',
}

export function allergyOf(hand: Hand, id: string, allergen: Allergen | undefined): AllergyIntolerance {
  const known =
    allergen === undefined
      ? coded(SNOMED, '716186003', 'No known allergy', 'NKDA')
      : { text: ALLERGENS[allergen] }
  return {
    resourceType: 'AllergyIntolerance',
    id,
    clinicalStatus: concept(hl7('allergyintolerance-clinical', 'active')),
    verificationStatus: concept(hl7('allergyintolerance-verification', 'confirmed')),
    ...(allergen === undefined
      ? {}
      : { category: ['medication'], reaction: [{ manifestation: [{ text: 'Rash, itching' }] }] }),
    code: known,
    patient: subjectOf(hand),
    ...withinVisit(hand),
    recordedDate: toDateTime(hand.at),
  }
}
