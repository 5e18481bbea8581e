/** Generated populations and how their charts are read, for the tests of coherence. */
import type {
  Condition,
  DiagnosticReport,
  MedicationDispense,
  MedicationRequest,
  Observation,
} from '@medplum/fhirtypes'

import { toInstant } from '#kernel'

import { ageOn, dayOf, toDay, type Day } from './calendar.ts'
import { generatePopulation, type DemoEntry, type DemoPerson, type DemoResource } from './index.ts'

export const UNTIL = toInstant(Date.parse('2026-03-02T05:00:00Z'))
export const END = dayOf(UNTIL) - 1

/** What `npm start` would show. */
export const demonstration = generatePopulation({ seed: 'coherence', until: UNTIL })

/** More than twice as many people, for what befalls few. */
export const many = generatePopulation({ seed: 'many', people: 720, until: UNTIL })

const planted = new Set(
  [demonstration, many].flatMap(({ answers }) =>
    answers.planted.flatMap(({ entry, beside }) => (beside === undefined ? [entry] : [entry, beside])),
  ),
)

type EntryOf<T> = DemoEntry & {
  readonly kind: 'resource'
  readonly resource: Extract<DemoResource, { resourceType: T }>
}

/** Entries of one type, without planted errors. */
export function all<T extends DemoResource['resourceType']>(
  type: T,
  entries: readonly DemoEntry[] = many.entries,
): readonly EntryOf<T>[] {
  return entries.flatMap((entry) => (isOf(entry, type) && !planted.has(entry.key) ? [entry] : []))
}

function isOf<T extends DemoResource['resourceType']>(entry: DemoEntry, type: T): entry is EntryOf<T> {
  return entry.kind === 'resource' && entry.resource.resourceType === type
}

export function dayOfEntry({ careAt }: DemoEntry): Day {
  return dayOf(careAt)
}

export function icd({ code }: Condition): string {
  return code?.coding?.[0]?.code ?? ''
}

export function onset({ onsetDateTime = '' }: Condition): Day {
  return toDay(onsetDateTime)
}

export function loinc({ code }: Observation | DiagnosticReport): string {
  return code.coding?.[0]?.code ?? ''
}

export function number({ valueQuantity }: Observation): number {
  return valueQuantity?.value ?? Number.NaN
}

export function atc({ medicationCodeableConcept }: MedicationRequest | MedicationDispense): string {
  return medicationCodeableConcept?.coding?.[0]?.code ?? ''
}

export function ageOf({ birthDate }: DemoPerson): number {
  return ageOn(toDay(birthDate), END)
}

export function share<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.filter(fits).length / items.length
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
