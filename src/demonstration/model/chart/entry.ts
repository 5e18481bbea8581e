import type {
  AllergyIntolerance,
  Condition,
  DiagnosticReport,
  DocumentReference,
  Encounter,
  Immunization,
  MedicationDispense,
  MedicationRequest,
  Observation,
  Procedure,
  ServiceRequest,
} from '@medplum/fhirtypes'

import type { Instant } from '#kernel'

import type { OrganisationKey } from '../tables/organisations.ts'

export type DemoResource =
  | AllergyIntolerance
  | Condition
  | DiagnosticReport
  | DocumentReference
  | Encounter
  | Immunization
  | MedicationDispense
  | MedicationRequest
  | Observation
  | Procedure
  | ServiceRequest

export type DocumentKind =
  'prescription' | 'laboratory report' | 'discharge summary' | 'immunisation card' | 'antenatal card'

export interface DemoDocument {
  readonly fileName: string
  readonly contentType: 'image/jpeg' | 'application/pdf' | 'text/plain'
  readonly kind: DocumentKind
  /** What stands on it, a line each; `documents.ts` makes the picture. */
  readonly lines: readonly string[]
}

export type DemoEntry = Written & (ResourceContent | DocumentContent)

export interface Written {
  readonly key: string
  /** Key of the person in whose chart it is. */
  readonly person: string
  readonly organisation: OrganisationKey
  readonly practitioner: string | undefined
  /** When the care was given. */
  readonly careAt: Instant
  /** Whether it is sensitive from the start by department, medicine or test. */
  readonly sensitive: boolean
}

interface ResourceContent {
  readonly kind: 'resource'
  /** FHIR R4; its id is the entry's key, and resources of one chart refer to each other by `urn:uuid:`. */
  readonly resource: DemoResource
}

interface DocumentContent {
  readonly kind: 'document'
  readonly document: DemoDocument
}
