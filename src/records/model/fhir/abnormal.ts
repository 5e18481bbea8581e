import type { CodeableConcept, Observation, ObservationComponent, Quantity } from '@medplum/fhirtypes'

import { codingsOf } from './concept.ts'
import { haveSameUnit } from './quantity.ts'

export type Abnormal = 'very-low' | 'low' | 'high' | 'very-high' | 'abnormal'

/** HL7 v3 ObservationInterpretation, and v2 table 0078 that it comes from, which have these codes in common. */
const MEANING: ReadonlyMap<string, Abnormal> = new Map(
  Object.entries<Abnormal>({
    LL: 'very-low',
    '<': 'very-low',
    L: 'low',
    LU: 'very-low',
    H: 'high',
    HH: 'very-high',
    HU: 'very-high',
    '>': 'very-high',
    A: 'abnormal',
    AA: 'abnormal',
  }),
)

/** The laboratory's own word, else the value against the range it printed, else the first component that is abnormal. */
export function abnormalOf(observation: Observation | ObservationComponent): Abnormal | undefined {
  const { interpretation, valueQuantity, referenceRange = [] } = observation
  if (interpretation !== undefined && interpretation.length > 0) return interpreted(interpretation)
  const compared = valueQuantity && beyond(valueQuantity, referenceRange)
  if (compared !== undefined || !('component' in observation)) return compared
  return observation.component?.map(abnormalOf).find((abnormal) => abnormal !== undefined)
}

function interpreted(interpretation: readonly CodeableConcept[]): Abnormal | undefined {
  return codingsOf(interpretation)
    .map(({ code }) => MEANING.get(code ?? ''))
    .find((abnormal) => abnormal !== undefined)
}

type ReferenceRanges = NonNullable<Observation['referenceRange']>

/** Only a single plain range is compared: several are for other ages and sexes, or say what is treated. */
function beyond(quantity: Quantity, ranges: ReferenceRanges): Abnormal | undefined {
  const [range, ...others] = ranges
  const { value, comparator } = quantity
  if (!range || others.length > 0 || range.appliesTo || range.age || value === undefined || comparator)
    return undefined
  if (isBelow(value, quantity, range.low)) return 'low'
  return range.high?.value !== undefined && haveSameUnit(quantity, range.high) && value > range.high.value
    ? 'high'
    : undefined
}

function isBelow(value: number, quantity: Quantity, low: Quantity | undefined): boolean {
  return low?.value !== undefined && haveSameUnit(quantity, low) && value < low.value
}
