/** What search looks for in a resource: codes, which may be kept as tokens, and words, which are read when it is opened. */
import { UCUM } from './fhir/systems.ts'
import { walk } from './walk.ts'

/** `system|code` of every coding that means something clinical, once each. */
export function codesIn(resource: object): readonly string[] {
  const codes = new Set<string>()
  walk(resource, (name, code, { system }, path) => {
    if (name !== 'code' || typeof code !== 'string' || typeof system !== 'string') return
    if (isClinical(system) && path[1] !== 'meta') codes.add(`${system}|${code}`)
  })
  return [...codes]
}

/** HL7's own systems say how a resource is handled (status, category, role), save the classifications under `sid`. */
const ADMINISTRATIVE = /^http:\/\/(?:terminology\.hl7\.org\/CodeSystem|hl7\.org\/fhir)\/(?!sid\/)/
const NOT_CLINICAL = new Set([UCUM, 'urn:ietf:rfc:3986', 'urn:iso:std:iso:4217'])
const clinical = new Map<string, boolean>()

function isClinical(system: string): boolean {
  const known = clinical.get(system)
  if (known !== undefined) return known
  const isOne = !ADMINISTRATIVE.test(system) && !NOT_CLINICAL.has(system)
  if (clinical.size < 1_000) clinical.set(system, isOne)
  return isOne
}

/** The pieces of text a person would look for: titles, displays, notes, narrative; each once. */
export function textsIn(resource: object): readonly string[] {
  const texts = new Set<string>()
  walk(resource, (name, value) => {
    if (typeof value === 'string' && !isTechnical(name))
      texts.add(name === 'div' ? narrativeText(value) : value)
  })
  return [...texts]
}

/** Elements that hold addresses, codes, dates or bytes, never words. */
const TECHNICAL = new Set(
  `resourceType id reference system url uri code version versionId lastUpdated data hash contentType language currency
  use unit gender birthDate uid profile status intent period start end created issued recorded authoredOn priority mode value
  effectiveDateTime effectiveInstant onsetDateTime abatementDateTime recordedDate occurrenceDateTime performedDateTime
  postalCode implicitRules criticality comparator outcome lifecycleStatus rank source instantiates`.split(
    /\s+/,
  ),
)

export function isTechnical(name: string): boolean {
  return TECHNICAL.has(name)
}

/** The words of a narrative (R4 section 2.4 "Narrative"), for looking only: it is never shown as markup. */
export function narrativeText(xhtml: string): string {
  return xhtml
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(?:nbsp|#160);/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Words for comparing: letters and digits of any script, lower case, compatibility forms folded (Unicode NFKC). */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}
