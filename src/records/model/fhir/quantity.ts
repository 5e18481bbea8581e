import type { Quantity, Range } from '@medplum/fhirtypes'

import { asWritten } from '../json/written.ts'
import { isObject } from '../read.ts'

type Amount = Omit<Quantity, 'resourceType'>

export function isQuantity(value: unknown): value is Quantity {
  return isObject(value) && typeof value['value'] === 'number'
}

/** A quantity as it was written: comparator, every digit, unit. */
export function quantityText(quantity: Amount): string | undefined {
  const { value, comparator = '' } = quantity
  if (value === undefined) return undefined
  return withUnit(comparator + asWritten(quantity, 'value', value), unitText(quantity))
}

/** A quantity for one line of the timeline: what a machine computed to many places is cut to four digits. */
export function quantityFigure(quantity: Amount): string | undefined {
  const { value, comparator = '' } = quantity
  if (value === undefined) return undefined
  return withUnit(comparator + figureOf(asWritten(quantity, 'value', value), value), unitText(quantity))
}

export function withUnit(amount: string, unit: string): string {
  return unit === '' || unit === '%' ? amount + unit : `${amount} ${unit}`
}

export function rangeText({ low, high }: Range): string | undefined {
  const [from, to] = [low && quantityText(low), high && quantityText(high)]
  if (from !== undefined && to !== undefined) return `${low?.value ?? ''} – ${to}`
  if (from !== undefined) return `≥ ${from}`
  return to === undefined ? undefined : `≤ ${to}`
}

/** The unit for reading. Where only a UCUM code is given, it is written as laboratories print it. */
export function unitText({ unit, code }: Amount): string {
  const given = (unit ?? code ?? '').replaceAll(ANNOTATION, '').replace(/\/$/, '').trim()
  return PRINTED.get(given) ?? given
}

/** Two amounts can be compared only where their UCUM codes are the same (R4, Quantity: "code"). */
export function haveSameUnit(a: Amount, b: Amount): boolean {
  return a.code !== undefined && b.code !== undefined
    ? a.code === b.code && a.system === b.system
    : a.unit === b.unit
}

const LONG_FRACTION = /\.\d{4,}$/

function figureOf(written: string, value: number): string {
  if (!LONG_FRACTION.test(written)) return written
  const whole = Math.trunc(Math.abs(value)).toString().length
  return String(Number(value.toPrecision(Math.max(4, whole))))
}

/** UCUM annotations, and the words in brackets that stand for them: `{score}`, `(score)`. */
const ANNOTATION = /\{[^}]*\}|^\([^)]*\)$/g

/** UCUM case-sensitive codes (ucum.org, tables 1 to 4) and how they are printed. */
const PRINTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'mm[Hg]': 'mmHg',
    Cel: '°C',
    '[degF]': '°F',
    'kg/m2': 'kg/m²',
    'm[IU]/L': 'mIU/L',
    'u[IU]/mL': 'µIU/mL',
    '[IU]/L': 'IU/L',
    '10*3/uL': '10³/µL',
    '10*6/uL': '10⁶/µL',
    '10*9/L': '10⁹/L',
    '10*12/L': '10¹²/L',
    'ug/L': 'µg/L',
    'ug/dL': 'µg/dL',
    'umol/L': 'µmol/L',
    '[in_i]': 'in',
    '[lb_av]': 'lb',
    '1': '',
  }),
)
