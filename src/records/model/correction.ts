/**
 * Entered in error: the entry gets a new version that says so, and the old one stays what it was. The new version is the
 * old one's bytes with its state alone changed, so that every digit of what was struck through can still be read.
 */
import { concat, toUtf8, type Bytes } from '#kernel'

import { Scanner, type Part } from './json/scanner.ts'
import { readResource } from './fhir/resource.ts'
import { ENTERED_IN_ERROR, isEnteredInError } from './status.ts'

export type Strike =
  | { readonly form: 'struck'; readonly bytes: Bytes }
  /** R4 has no such state for this type: the entry's own mark must do. */
  | { readonly form: 'no-state' }
  | { readonly form: 'already' }

/** The next version of a resource that was entered in error. */
export function strike(bytes: Bytes): Strike {
  const resource = readResource(bytes)
  if (isEnteredInError(resource)) return { form: 'already' }
  const members = membersOf(bytes)
  const state = STATES.get(resource.resourceType)
  if (!state) return { form: 'no-state' }
  members.set(state.element, toUtf8(JSON.stringify(state.value)))
  for (const name of state.forbids) members.delete(name)
  return { form: 'struck', bytes: objectOf(members) }
}

interface State {
  readonly element: string
  readonly value: unknown
  /** What may not stand beside it. */
  readonly forbids: readonly string[]
}

/** Types whose `status` has the code in R4 (value sets of required bindings); a test reads them from the definitions. */
const BY_STATUS =
  `Account Appointment CarePlan CareTeam ChargeItem Claim ClaimResponse ClinicalImpression Communication
  CommunicationRequest Composition Consent Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse
  DetectedIssue Device DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference Encounter Endpoint
  EnrollmentRequest EnrollmentResponse EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory Flag GuidanceResponse
  ImagingStudy Immunization ImmunizationEvaluation Invoice List Media Medication MedicationAdministration MedicationDispense
  MedicationKnowledge MedicationRequest MedicationStatement NutritionOrder Observation PaymentNotice PaymentReconciliation
  Procedure QuestionnaireResponse RequestGroup RiskAssessment ServiceRequest Slot Specimen Substance SupplyDelivery
  SupplyRequest Task TestReport VisionPrescription`.split(/\s+/)

export const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  ...BY_STATUS.map((type) => [type, stateIn('status')] as const),
  ['DeviceMetric', stateIn('operationalStatus')],
  ['Goal', stateIn('lifecycleStatus')],
  // Condition con-5, AllergyIntolerance ait-2: what was an error is neither active nor resolved.
  ['Condition', unverified('condition-ver-status')],
  ['AllergyIntolerance', unverified('allergyintolerance-verification')],
])

function stateIn(element: string): State {
  return { element, value: ENTERED_IN_ERROR, forbids: [] }
}

function unverified(codes: string): State {
  const system = `http://terminology.hl7.org/CodeSystem/${codes}`
  return {
    element: 'verificationStatus',
    value: { coding: [{ system, code: ENTERED_IN_ERROR }] },
    forbids: ['clinicalStatus'],
  }
}

function membersOf(bytes: Bytes): Map<string, Bytes> {
  const scanner = new Scanner(bytes)
  const members = new Map<string, Bytes>()
  scanner.isAtObject()
  scanner.eachMember('resource', (name, path) => {
    const { start, end }: Part = scanner.skip(path)
    members.set(name, bytes.subarray(start, end))
  })
  return members
}

function objectOf(members: ReadonlyMap<string, Bytes>): Bytes {
  const parts = [...members].flatMap(([name, value], i) => [
    toUtf8(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`),
    value,
  ])
  return concat(...parts, toUtf8('}'))
}
