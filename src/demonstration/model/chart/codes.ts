/** The code systems the demonstration writes, by the names R4 gives them (section 4.3.0), and small things made of them. */
import type { CodeableConcept, Coding } from '@medplum/fhirtypes'

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem'

export const LOINC = 'http://loinc.org'
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10'
export const ATC = 'http://www.whocc.no/atc'
export const CVX = 'http://hl7.org/fhir/sid/cvx'
export const SNOMED = 'http://snomed.info/sct'
export const UCUM = 'http://unitsofmeasure.org'
export const NOTE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category'

/** A code of one of HL7's own systems. */
export function hl7(system: string, code: string, display?: string): Coding {
  return { system: `${TERMINOLOGY}/${system}`, code, ...(display === undefined ? {} : { display }) }
}

export function concept(coding: Coding, text?: string): CodeableConcept {
  return text === undefined ? { coding: [coding] } : { coding: [coding], text }
}

/** A concept coded where there is a code, in words where there is none. */
export function coded(
  system: string,
  code: string | undefined,
  display: string,
  text = display,
): CodeableConcept {
  return code === undefined ? { text } : concept({ system, code, display }, text)
}
