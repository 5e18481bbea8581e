/** What people measure at home, within what their instruments can show: beyond it, a finger slipped or the unit is another. */
import type { READINGS, TEMPERATURE_UNITS } from './api/chart.ts'
import { isBeforeBirth } from './fits/birth.ts'
import { MEASURES, type Measure } from './note.ts'
import { RecordsError } from './records-error.ts'

type Kind = (typeof READINGS)[number]
type TemperatureUnit = (typeof TEMPERATURE_UNITS)[number]

export interface Reading {
  readonly reading: Kind
  readonly value: number
  readonly unit?: TemperatureUnit | undefined
  /** The lower figure of a blood pressure. */
  readonly second: number | null
  /** Milliseconds since 1970. */
  readonly takenAt: number
}

export const MEASURE_OF_READING: Readonly<Record<Exclude<Kind, 'blood-pressure'>, Measure>> = {
  glucose: MEASURES.glucose,
  weight: MEASURES.weight,
  temperature: MEASURES.temperature,
  pulse: MEASURES.pulse,
  oxygen: MEASURES.oxygen,
}

interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * In the units of MEASURES. Blood pressure: no cuff for adults may press above 300 mmHg (IEC 80601-2-30). Glucose: home
 * meters show figures from 10 or 20 to 600 mg/dL, beyond it LO and HI. Temperature: beyond 44 °C proteins fail, below 25
 * no heart beats on its own (accidental hypothermia stage IV begins under 24). Pulse and oxygen: what oximeters of ISO
 * 80601-2-61 show. Weight: from the smallest newborn that lived (212 g) to beyond the heaviest person recorded (635 kg).
 */
const BOUNDS: Readonly<Record<Kind, Bounds>> = {
  'blood-pressure': { least: 30, most: 300 },
  glucose: { least: 10, most: 600 },
  weight: { least: 0.2, most: 650 },
  temperature: { least: 24, most: 44 },
  pulse: { least: 20, most: 300 },
  oxygen: { least: 35, most: 100 },
}
const DIASTOLIC: Bounds = { least: 10, most: 200 }
/** Clocks of phones differ a little. */
const AHEAD = 5 * 60_000

/** What cannot be, of somebody born on this day. */
export function refuseBeyond(
  { reading, value, unit, second, takenAt }: Reading,
  now: number,
  birthDate: string,
): void {
  const faults = [
    ...faultOf('value', toCelsius(value, unit), BOUNDS[reading]),
    ...(unit !== undefined && reading !== 'temperature' ? [toFault('unit', 'belongs to a temperature')] : []),
    ...(second === null ? [] : faultOf('second', second, DIASTOLIC)),
    ...(second !== null && reading !== 'blood-pressure'
      ? [toFault('second', 'belongs to a blood pressure')]
      : []),
    ...(second === null && reading === 'blood-pressure' ? [toFault('second', 'is missing')] : []),
    ...(second !== null && second >= value ? [toFault('second', 'is not below the upper figure')] : []),
    ...(takenAt > now + AHEAD ? [toFault('takenAt', 'has not come yet')] : []),
    ...(isBeforeBirth(takenAt, birthDate) ? [toFault('takenAt', 'is before the patient was born')] : []),
  ]
  refuseFaults(faults)
}

/** Temperature comes in two units, and people forget which. */
export function refuseTemperature(
  temperature: { readonly value: number; readonly unit: string } | null,
): void {
  if (!temperature) return
  const { value, unit } = temperature
  refuseFaults(faultOf('vitalSigns.temperature', toCelsius(value, unit), BOUNDS.temperature))
}

/** To compare by; what is kept is what was read. */
function toCelsius(value: number, unit: string | undefined): number {
  return unit === '[degF]' ? ((value - 32) * 5) / 9 : value
}

interface Fault {
  readonly path: string
  readonly message: string
}

function refuseFaults(fields: readonly Fault[]): void {
  if (fields.length === 0) return
  throw new RecordsError(
    'NOT_WELL_FORMED',
    'This reading cannot be. Nothing was kept; look at the figures.',
    {
      fields,
    },
  )
}

function faultOf(path: string, value: number, { least, most }: Bounds): readonly Fault[] {
  return value >= least && value <= most ? [] : [toFault(path, `is not between ${least} and ${most}`)]
}

function toFault(path: string, message: string): Fault {
  return { path, message }
}
