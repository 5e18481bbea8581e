/** Statements that there is none: asked, and denied. */
import type { CodeableConcept } from '@medplum/fhirtypes'

import { codingsOf } from '../fhir/concept.ts'
import { SNOMED } from '../fhir/systems.ts'

/** IPS 2.0, code system "Absent and Unknown Data". Its `no-…-info` codes say that nobody asked, and are not here. */
const IPS = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips'

const NONE_KNOWN = new Set([
  ...[
    'no-known-allergies',
    'no-known-medication-allergies',
    'no-known-environmental-allergies',
    'no-known-food-allergies',
  ].map((code) => `${IPS}|${code}`),
  ...['no-known-medications', 'no-known-problems'].map((code) => `${IPS}|${code}`),
  // SNOMED CT, descendants of 160237006 and the "no known" situations that IPS and NRCeS use.
  ...['716186003', '409137002', '428607008', '429625007', '787481004', '160245001'].map(
    (code) => `${SNOMED}|${code}`,
  ),
])

/** Nobody asked, or nobody knows: neither an item nor a denial. */
const NOT_ASKED = new Set(
  ['no-allergy-info', 'no-medication-info', 'no-problem-info'].map((code) => `${IPS}|${code}`),
)

export function deniesAny(concept: CodeableConcept | undefined): boolean {
  return codingsOf([concept]).some(({ system, code }) => NONE_KNOWN.has(`${system}|${code}`))
}

export function saysNothing(concept: CodeableConcept | undefined): boolean {
  return codingsOf([concept]).some(({ system, code }) => NOT_ASKED.has(`${system}|${code}`))
}
