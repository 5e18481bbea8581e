/** How a medicine is taken. What the prescriber wrote goes before what is computed from the parts. */
import type { Dosage, TimingRepeat } from '@medplum/fhirtypes'

import { quantityText, rangeText } from './quantity.ts'
import { wordsAt } from './words.ts'

/** The parts of a dosage; the page makes a sentence of them in the reader's language. */
export interface DosageParts {
  readonly text: string | null
  readonly dose: string | null
  readonly timing: Frequency | null
  /** Codes of R4's EventTiming, as HS and ACM. */
  readonly when: readonly string[]
  readonly asNeeded: boolean
  readonly route: string | null
  readonly lasting: { readonly value: number; readonly unit: TimeUnit } | null
}

/** `times` times in `period` `unit`s, or up to `most`. */
interface Frequency {
  readonly times: number
  readonly most: number | null
  readonly period: number
  readonly unit: TimeUnit
}

/** UCUM codes of R4 value set units-of-time. */
const TIME_UNITS = ['s', 'min', 'h', 'd', 'wk', 'mo', 'a'] as const

type TimeUnit = (typeof TIME_UNITS)[number]

export function dosageParts(dosage: Dosage): DosageParts {
  const {
    text,
    patientInstruction,
    timing,
    doseAndRate = [],
    asNeededBoolean,
    asNeededCodeableConcept,
    route,
  } = dosage
  const repeat = timing?.repeat
  return {
    text: text ?? patientInstruction ?? wordsAt(timing?.code) ?? null,
    dose: doseAndRate.map(doseText).find((dose) => dose !== undefined) ?? null,
    timing: timingOf(repeat),
    when: repeat?.when ?? [],
    asNeeded: asNeededBoolean === true || asNeededCodeableConcept !== undefined,
    route: wordsAt(route) ?? null,
    lasting: lastingOf(repeat),
  }
}

/** A dosage in one line that needs no language: `500 mg · 2×/d`. */
export function dosageFigure(dosage: Dosage): string | undefined {
  const { text, dose, timing } = dosageParts(dosage)
  if (text !== null) return text
  const often = timing && `${timesText(timing)}×/${timing.period === 1 ? '' : timing.period}${timing.unit}`
  return [dose, often].filter(Boolean).join(' · ') || undefined
}

function timesText({ times, most }: Frequency): string {
  return most === null ? String(times) : `${times}–${most}`
}

function doseText({
  doseQuantity,
  doseRange,
}: NonNullable<Dosage['doseAndRate']>[number]): string | undefined {
  if (doseQuantity) return quantityText(doseQuantity)
  return doseRange && rangeText(doseRange)
}

function timingOf(repeat: TimingRepeat | undefined): Frequency | null {
  const { frequency = 1, frequencyMax, period, periodUnit } = repeat ?? {}
  if (period === undefined || periodUnit === undefined) return null
  return { times: frequency, most: frequencyMax ?? null, period, unit: periodUnit }
}

/** The length of the course; `repeat.duration` is how long one taking lasts (R4, Timing). */
function lastingOf(repeat: TimingRepeat | undefined): DosageParts['lasting'] {
  const { value, code } = repeat?.boundsDuration ?? {}
  const unit = TIME_UNITS.find((one) => one === code)
  return value === undefined || unit === undefined ? null : { value, unit }
}
