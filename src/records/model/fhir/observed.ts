/** The value of an observation or of a component, for reading. */
import type { Observation, ObservationComponent } from '@medplum/fhirtypes'

import { asWritten } from '../json/written.ts'
import { codeIn } from './concept.ts'
import { quantityFigure, quantityText, rangeText, unitText, withUnit } from './quantity.ts'
import { LOINC } from './systems.ts'
import { wordsAt } from './words.ts'

type Observed = Observation | ObservationComponent

/** As it was written, every digit, with the unit apart as a table has it. */
export function observedParts(observed: Observed): {
  readonly value?: string | undefined
  readonly unit?: string
} {
  const { valueQuantity } = observed
  if (valueQuantity?.value === undefined) return { value: otherValue(observed) }
  const digits = asWritten(valueQuantity, 'value', valueQuantity.value)
  return { value: (valueQuantity.comparator ?? '') + digits, unit: unitText(valueQuantity) }
}

/** For one line: blood pressure as 120/80, a panel of one as its value. */
export function valueFigure(observation: Observation): string | undefined {
  const { valueQuantity, component = [] } = observation
  if (valueQuantity) return quantityFigure(valueQuantity)
  const [only, ...others] = component
  const ofPanel =
    bloodPressureOf(component) ?? (only && others.length === 0 ? componentFigure(only) : undefined)
  return otherValue(observation) ?? ofPanel
}

function componentFigure(component: ObservationComponent): string | undefined {
  return component.valueQuantity ? quantityFigure(component.valueQuantity) : otherValue(component)
}

/** LOINC 8480-6 systolic, 8462-4 diastolic (R4 profile "Blood Pressure"); no cuff measures less than a whole mmHg. */
function bloodPressureOf(components: readonly ObservationComponent[]): string | undefined {
  const [systolic, diastolic] = ['8480-6', '8462-4'].map(
    (code) => components.find((component) => codeIn(component.code, LOINC) === code)?.valueQuantity,
  )
  if (systolic?.value === undefined || diastolic?.value === undefined) return undefined
  return withUnit(`${Math.round(systolic.value)}/${Math.round(diastolic.value)}`, unitText(systolic))
}

function otherValue(observed: Observed): string | undefined {
  const {
    valueString,
    valueBoolean,
    valueInteger,
    valueRange,
    valueRatio,
    valueDateTime,
    valueTime,
    valuePeriod,
  } = observed
  if (valueInteger !== undefined) return asWritten(observed, 'valueInteger', valueInteger)
  if (valueBoolean !== undefined) return valueBoolean ? '✓' : '✗'
  if (valueRange) return rangeText(valueRange)
  if (valueRatio) return ratioText(valueRatio)
  if (valuePeriod) return [valuePeriod.start, valuePeriod.end].filter(Boolean).join(' – ')
  return wordsAt(observed.valueCodeableConcept) ?? valueString ?? valueDateTime ?? valueTime
}

function ratioText({ numerator, denominator }: NonNullable<Observed['valueRatio']>): string | undefined {
  const [over, under] = [numerator && quantityText(numerator), denominator && quantityText(denominator)]
  return over === undefined || under === undefined ? undefined : `${over} : ${under}`
}
