/** Numbers that were typed wrongly: in another unit, with the point elsewhere. */
import type { Observation } from '@medplum/fhirtypes'

import type { DemoEntry } from '../chart/entry.ts'
import { round } from '../health/measure.ts'
import type { ErrorKind, Planting } from './error.ts'

interface Slip {
  readonly loinc: readonly string[]
  readonly kind: ErrorKind
  readonly change: (value: number) => number
  readonly why: string
}

/** Molar mass of glucose 180.16, of creatinine 113.12 g/mol. */
const SLIPS: readonly Slip[] = [
  {
    loinc: ['1558-6', '1521-4', '2345-7'],
    kind: 'unit',
    change: (value) => round(value / 18.016, 1),
    why: 'the number is in mmol/L',
  },
  {
    loinc: ['2160-0'],
    kind: 'unit',
    change: (value) => round(value * 88.4, 0),
    why: 'the number is in µmol/L',
  },
  { loinc: ['718-7'], kind: 'unit', change: (value) => round(value * 10, 0), why: 'the number is in g/L' },
  {
    loinc: ['29463-7'],
    kind: 'decimal point',
    change: (value) => round(value / 10, 2),
    why: 'the point slipped',
  },
  {
    loinc: ['777-3'],
    kind: 'decimal point',
    change: (value) => round(value * 10, 1),
    why: 'the point slipped',
  },
  { loinc: ['8867-4'], kind: 'decimal point', change: (value) => value * 10, why: 'one nought too many' },
]

export function misread(entry: DemoEntry): Planting | undefined {
  if (entry.kind !== 'resource' || entry.resource.resourceType !== 'Observation') return undefined
  const { resource } = entry
  const loinc = resource.code.coding?.[0]?.code ?? ''
  const slip = SLIPS.find((each) => each.loinc.includes(loinc))
  const value = resource.valueQuantity?.value
  if (!slip || value === undefined) return undefined
  const wrong = slip.change(value)
  return {
    entry: { ...entry, resource: withValue(resource, wrong) },
    replaces: entry.key,
    error: {
      entry: entry.key,
      person: entry.person,
      kind: slip.kind,
      says: `${resource.code.text} says ${wrong}, was ${value}: ${slip.why}`,
      beside: undefined,
    },
  }
}

function withValue(observation: Observation, value: number): Observation {
  return { ...observation, valueQuantity: { ...observation.valueQuantity, value } }
}
