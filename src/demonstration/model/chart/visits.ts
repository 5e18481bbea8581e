/** The visit itself, its problems and its note, as FHIR R4. */
import type { Condition, DocumentReference, Encounter } from '@medplum/fhirtypes'

import { DAY, later, toUtf8, type Instant } from '#kernel'

import { toDate, toDateTime, toDay } from '../calendar.ts'
import type { Problem, Setting, Visit } from '../care/visit.ts'
import { coded, concept, hl7, ICD10, LOINC, NOTE_CATEGORY } from './codes.ts'
import { organisationOf, practitionerOf, signerOf, subjectOf, toUrn, withinVisit, type Hand } from './hand.ts'

const CLASSES: Readonly<Record<Setting, readonly [code: string, display: string]>> = {
  outpatient: ['AMB', 'ambulatory'],
  inpatient: ['IMP', 'inpatient encounter'],
  emergency: ['EMER', 'emergency'],
  home: ['HH', 'home health'],
}

export function encounterOf(hand: Hand, id: string, visit: Visit, conditions: readonly string[]): Encounter {
  const practitioner = practitionerOf(hand)
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: hl7('v3-ActCode', ...CLASSES[visit.setting]),
    serviceType: { text: visit.clinic.department },
    subject: subjectOf(hand),
    ...(practitioner ? { participant: [{ individual: practitioner }] } : {}),
    period: { start: toDateTime(hand.at), end: toDateTime(endOf(hand.at, visit.stay)) },
    reasonCode: [{ text: visit.complaint }],
    ...(conditions.length > 0
      ? { diagnosis: conditions.map((condition) => ({ condition: { reference: toUrn(condition) } })) }
      : {}),
    ...(visit.clinic.place === undefined
      ? {}
      : { location: [{ location: { display: visit.clinic.place } }] }),
    serviceProvider: organisationOf(hand),
  }
}

/** Five minutes with the doctor (Irving, BMJ Open 2017), or so many days in a bed. */
function endOf(at: Instant, stay: number | undefined): Instant {
  return later(at, stay === undefined ? 300_000 : stay * DAY)
}

export function conditionOf(hand: Hand, id: string, problem: Problem): Condition {
  const isActive = problem.lasting && problem.ended === undefined
  const recorder = practitionerOf(hand)
  return {
    resourceType: 'Condition',
    id,
    clinicalStatus: concept(hl7('condition-clinical', isActive ? 'active' : 'resolved')),
    verificationStatus: concept(hl7('condition-ver-status', 'confirmed')),
    category: [
      concept(hl7('condition-category', problem.lasting ? 'problem-list-item' : 'encounter-diagnosis')),
    ],
    code: coded(ICD10, problem.icd10, problem.text),
    subject: subjectOf(hand),
    ...withinVisit(hand),
    onsetDateTime: toDate(Math.max(problem.since, toDay(hand.person.birthDate))),
    ...(problem.ended === undefined ? {} : { abatementDateTime: toDate(problem.ended) }),
    recordedDate: toDateTime(hand.at),
    ...(recorder ? { recorder } : {}),
  }
}

export function noteOf(hand: Hand, id: string, text: string): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: coded(LOINC, '11506-3', 'Progress note'),
    category: [concept({ system: NOTE_CATEGORY, code: 'clinical-note', display: 'Clinical Note' })],
    subject: subjectOf(hand),
    date: toDateTime(hand.at),
    author: [signerOf(hand)],
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: toBase64(text) } }],
    ...(hand.encounter === undefined
      ? {}
      : { context: { encounter: [{ reference: toUrn(hand.encounter) }] } }),
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCodePoint(...toUtf8(text)))
}
