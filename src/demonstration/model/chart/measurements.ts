/** What was measured, as FHIR R4: an Observation each, and a DiagnosticReport where a laboratory answers. */
import type {
  CodeableConcept,
  DiagnosticReport,
  Observation,
  ObservationComponent,
  Quantity,
} from '@medplum/fhirtypes'

import { later, MINUTE } from '#kernel'

import { toDateTime } from '../calendar.ts'
import { round } from '../health/measure.ts'
import { panelOf, rangeFor, testOf, type PanelKey, type Test, type TestKey } from '../tables/tests.ts'
import { coded, concept, hl7, LOINC, SNOMED, UCUM } from './codes.ts'
import { organisationOf, signerOf, subjectOf, toUrn, withinVisit, type Hand } from './hand.ts'

type Value = number | string

/** Answers that are words, with their SNOMED CT code and whether they mean a finding. */
const WORDS: Readonly<Record<string, readonly [code: string, interpretation: 'POS' | 'NEG']>> = {
  Positive: ['10828004', 'POS'],
  Negative: ['260385009', 'NEG'],
  Reactive: ['11214006', 'POS'],
  'Non-reactive': ['131194007', 'NEG'],
  Detected: ['260373001', 'POS'],
  'Not detected': ['260415000', 'NEG'],
}

export function observationOf(hand: Hand, id: string, key: TestKey, value: Value): Observation {
  const test = testOf(key)
  return {
    ...frameOf(hand, id, test.panel),
    code: coded(LOINC, test.loinc, test.name, test.label),
    ...valueOf(test, value),
    ...judged(key, value, hand.person.sex),
  }
}

/** Pressure is one observation of two parts (R4 profile bp). */
export function pressureOf(hand: Hand, id: string, systolic: number, diastolic: number): Observation {
  return {
    ...frameOf(hand, id, 'vitals'),
    code: coded(LOINC, '85354-9', 'Blood pressure panel with all children optional', 'Blood pressure'),
    component: [partOf('systolic', systolic), partOf('diastolic', diastolic)],
  }
}

function partOf(key: TestKey, value: number): ObservationComponent {
  const test = testOf(key)
  return { code: coded(LOINC, test.loinc, test.name), valueQuantity: quantity(test, value) }
}

export function reportOf(
  hand: Hand,
  id: string,
  panel: PanelKey,
  results: readonly string[],
  conclusion: string,
): DiagnosticReport {
  const { name, loinc, section } = panelOf(panel)
  return {
    resourceType: 'DiagnosticReport',
    id,
    status: 'final',
    category: [concept(hl7('v2-0074', section))],
    code: coded(LOINC, loinc, name),
    subject: subjectOf(hand),
    ...withinVisit(hand),
    effectiveDateTime: toDateTime(hand.at),
    issued: toDateTime(later(hand.at, 90 * MINUTE)),
    performer: [organisationOf(hand)],
    ...(results.length > 0 ? { result: results.map((result) => ({ reference: toUrn(result) })) } : {}),
    conclusion,
  }
}

/** As it would be printed: with its decimals, or the word. */
export function shownValue(key: TestKey, value: Value): string {
  const { decimals, unit } = testOf(key)
  if (typeof value === 'string') return value
  return `${round(value, decimals).toFixed(Math.max(0, decimals))} ${unit?.shown ?? ''}`.trim()
}

function frameOf(
  hand: Hand,
  id: string,
  panel: PanelKey,
): Pick<
  Observation,
  'resourceType' | 'id' | 'status' | 'category' | 'subject' | 'encounter' | 'effectiveDateTime' | 'performer'
> {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [concept(hl7('observation-category', CATEGORIES[panel] ?? 'laboratory'))],
    subject: subjectOf(hand),
    ...withinVisit(hand),
    effectiveDateTime: toDateTime(hand.at),
    performer: [signerOf(hand)],
  }
}

/** What is not named here a laboratory has measured. */
const CATEGORIES: Readonly<Partial<Record<PanelKey, string>>> = {
  vitals: 'vital-signs',
  score: 'survey',
  obstetric: 'exam',
}

function valueOf(
  test: Test,
  value: Value,
): { valueQuantity: Quantity } | { valueCodeableConcept: CodeableConcept } | { valueString: string } {
  if (typeof value === 'number') return { valueQuantity: quantity(test, value) }
  const word = WORDS[value]
  return word ? { valueCodeableConcept: coded(SNOMED, word[0], value) } : { valueString: value }
}

function quantity(test: Test, value: number): Quantity {
  const unit = test.unit ? { unit: test.unit.shown, system: UCUM, code: test.unit.ucum } : {}
  return { value: round(value, test.decimals), ...unit }
}

function judged(
  key: TestKey,
  value: Value,
  sex: 'female' | 'male',
): Pick<Observation, 'interpretation' | 'referenceRange'> {
  if (typeof value === 'string') {
    const word = WORDS[value]
    return word ? { interpretation: [concept(hl7('v3-ObservationInterpretation', word[1]))] } : {}
  }
  const range = rangeFor(key, sex)
  if (!range) return {}
  const written = round(value, testOf(key).decimals)
  const [low, high] = range
  const letter = written < low ? 'L' : written > high ? 'H' : 'N'
  return {
    interpretation: [concept(hl7('v3-ObservationInterpretation', letter))],
    referenceRange: [{ low: { value: low }, high: { value: high }, text: `${low} - ${high}` }],
  }
}
