/**
 * The kinds on the timeline. A kind is also what a consent names, so a resource of which we know nothing is `other`. So is
 * a Patient: whoever asks for visits or documents does not ask for an address, a phone number and the next of kin.
 */
import type { DiagnosticReport, DocumentReference, Observation } from '@medplum/fhirtypes'

import type { Kind } from '#consent/model'

import { isCoded } from './fhir/concept.ts'
import type { Resource } from './fhir/resource.ts'
import { DIAGNOSTIC_SERVICE, LOINC, OBSERVATION_CATEGORY, SNOMED } from './fhir/systems.ts'

const KIND_OF_TYPE: ReadonlyMap<string, Kind> = new Map(
  Object.entries<Kind>({
    Encounter: 'visit',
    EpisodeOfCare: 'visit',
    ClinicalImpression: 'visit',
    MedicationRequest: 'medicine',
    MedicationDispense: 'medicine',
    MedicationAdministration: 'medicine',
    MedicationStatement: 'medicine',
    Condition: 'problem',
    AllergyIntolerance: 'allergy',
    Procedure: 'procedure',
    Immunization: 'immunisation',
    ImmunizationRecommendation: 'immunisation',
    ImagingStudy: 'imaging',
    Media: 'imaging',
    Composition: 'document',
    Bundle: 'document',
    Binary: 'document',
    CarePlan: 'plan',
    ServiceRequest: 'plan',
    Goal: 'plan',
    Appointment: 'plan',
    Device: 'device',
    DeviceUseStatement: 'device',
    DeviceRequest: 'device',
    Claim: 'bill',
    ClaimResponse: 'bill',
    ExplanationOfBenefit: 'bill',
    Invoice: 'bill',
    ChargeItem: 'bill',
    Coverage: 'bill',
  }),
)

export function kindOf(resource: Resource): Kind {
  if (resource.resourceType === 'Observation') return kindOfObservation(resource)
  if (resource.resourceType === 'DiagnosticReport') return isImagingReport(resource) ? 'imaging' : 'result'
  if (resource.resourceType === 'DocumentReference') return isVisitNote(resource) ? 'visit' : 'document'
  return KIND_OF_TYPE.get(resource.resourceType) ?? 'other'
}

/**
 * By category (R4 value set observation-category). What a laboratory or a procedure measured is a result; surveys,
 * social history and examinations are not: whoever allows results does not mean them. Synthea 2.4 writes `vital-sign`.
 */
const KIND_OF_CATEGORY = [
  ['vital-signs', new Set(['vital-signs', 'vital-sign'])],
  ['result', new Set(['laboratory', 'procedure'])],
  ['imaging', new Set(['imaging'])],
] as const

/** R4 profile "Vital Signs", table of LOINC codes, with the method-specific codes and panels that laboratories send. */
const VITAL_SIGNS = new Set(
  '85353-1 9279-1 8867-4 2708-6 59408-5 8310-5 8331-1 8302-2 9843-4 29463-7 39156-5 85354-9 55284-4 8480-6 8462-4 8478-0 8287-5 3141-9 8289-1 59576-9'.split(
    ' ',
  ),
)

function kindOfObservation({ category, code }: Observation): Kind {
  for (const [kind, codes] of KIND_OF_CATEGORY)
    if (isCoded(category, OBSERVATION_CATEGORY, codes)) return kind
  if (isCoded([code], LOINC, VITAL_SIGNS)) return 'vital-signs'
  return category === undefined || category.length === 0 ? 'result' : 'other'
}

/** HL7 v2 table 0074: the diagnostic services that make pictures. */
const IMAGING_SERVICES = new Set([
  'RAD',
  'CT',
  'CTH',
  'CUS',
  'IMG',
  'MR',
  'NMR',
  'NMS',
  'OUS',
  'RUS',
  'RX',
  'VUS',
  'XRC',
])
/** SNOMED CT: imaging, computerised tomography and radiology service; LOINC part Radiology, as US Core asks for. */
const IMAGING_SNOMED = new Set(['363679005', '310128004', '310125001', '394914008'])
const RADIOLOGY_PART = new Set(['LP29684-5'])

function isImagingReport({ category }: DiagnosticReport): boolean {
  return (
    isCoded(category, DIAGNOSTIC_SERVICE, IMAGING_SERVICES) ||
    isCoded(category, SNOMED, IMAGING_SNOMED) ||
    isCoded(category, LOINC, RADIOLOGY_PART)
  )
}

const CLINICAL_NOTE = new Set(['clinical-note'])
const NOTE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category'

/** A visit is shown with its notes. A note that belongs to no visit is a document like any other. */
function isVisitNote({ category, context }: DocumentReference): boolean {
  return isCoded(category, NOTE_CATEGORY, CLINICAL_NOTE) && (context?.encounter?.length ?? 0) > 0
}
