/** A course as FHIR R4 says it, in `Dosage` and `Timing` (hl7.org/fhir/R4/dosage.html, datatypes.html#Timing). */
import type { Dosage, Timing } from '@medplum/fhirtypes'

import { WHOLE, type Amount } from './amount.ts'
import type { Days, Step } from './course.ts'
import { amountADay, TIMES, type Rhythm, type Time } from './rhythm.ts'

type Repeat = NonNullable<Timing['repeat']>

const UCUM = 'http://unitsofmeasure.org'

/** What a line's doses are counted in, and how it goes with food. */
export interface Taking {
  /** A plain word: tablet, mL, puff, drop. */
  readonly unit: string
  readonly food: 'before' | 'after' | null
}

/** One for each amount in each step; those of a step go together, and the steps one after the other. */
export function toDosages(steps: readonly Step[], taking: Taking): readonly Dosage[] {
  return steps.flatMap(({ rhythm, days, length }, i) =>
    dosesOf(rhythm, days, taking).map(({ repeat, ...dosage }) => ({
      sequence: i + 1,
      ...foodOf(taking),
      ...dosage,
      timing: { repeat: { boundsDuration: inDays(length), ...repeat } },
    })),
  )
}

type Dose = Pick<Dosage, 'doseAndRate' | 'asNeededBoolean' | 'maxDosePerPeriod'> & { readonly repeat: Repeat }

function dosesOf(rhythm: Rhythm, days: Days, { unit }: Taking): readonly Dose[] {
  switch (rhythm.kind) {
    case 'times':
      return [...groupedByDose(rhythm.doses)].map(([dose, when]) => ({
        ...doseOf(dose, unit),
        repeat: { ...daysOf(days), when },
      }))
    case 'hourly':
      return [
        {
          ...doseOf(rhythm.dose, unit),
          repeat: { ...onWeekdays(days), frequency: 1, period: rhythm.hours, periodUnit: 'h' },
        },
      ]
    case 'needed': {
      const most = { numerator: quantity(amountADay(rhythm), unit), denominator: inDays(1) }
      const limits = { asNeededBoolean: true, maxDosePerPeriod: most }
      return [{ ...doseOf(rhythm.dose, unit), ...limits, repeat: onWeekdays(days) }]
    }
    case 'once':
      return [{ ...doseOf(rhythm.dose, unit), repeat: { count: 1 } }]
  }
}

/** The times at which the same is taken, in the order of the day. */
function groupedByDose(doses: Readonly<Record<Time, Amount>>): ReadonlyMap<Amount, Time[]> {
  const groups = new Map<Amount, Time[]>()
  for (const time of TIMES) {
    const dose = doses[time]
    if (dose > 0) groups.set(dose, [...(groups.get(dose) ?? []), time])
  }
  return groups
}

/** As in R4's table of examples of Timing: days of the week stand beside a period of one day. */
function daysOf(days: Days): Repeat {
  const period = days.kind === 'alternate' ? 2 : 1
  return { ...onWeekdays(days), period, periodUnit: 'd' }
}

function onWeekdays(days: Days): Repeat {
  return days.kind === 'weekdays' ? { dayOfWeek: [...days.on] } : {}
}

function doseOf(dose: Amount, unit: string): Pick<Dosage, 'doseAndRate'> {
  return { doseAndRate: [{ doseQuantity: quantity(dose, unit) }] }
}

function quantity(amount: Amount, unit: string) {
  return { value: amount / WHOLE, unit }
}

function inDays(value: number) {
  return { value, unit: 'd', system: UCUM, code: 'd' }
}

/** The code is the one that ABDM's example of a prescription carries. */
function foodOf({ food }: Taking): Pick<Dosage, 'additionalInstruction'> {
  switch (food) {
    case null:
      return {}
    case 'before':
      return { additionalInstruction: [{ text: 'Before food' }] }
    case 'after': {
      const coding = [{ system: 'http://snomed.info/sct', code: '311504000', display: 'With or after food' }]
      return { additionalInstruction: [{ coding, text: 'After food' }] }
    }
  }
}
