/** A reading as it is typed, and as it is sent. */
import type { addReadingEndpoint } from '#records/model'
import type { Input } from '../../app/request.ts'
import { digitsOf } from '../../ui/digits.ts'

type ReadingBody = Input<typeof addReadingEndpoint>['body']
export type ReadingName = ReadingBody['reading']

/** What home instruments show in India: temperature in Fahrenheit, glucose in mg/dL. */
export const UNITS: Readonly<Record<ReadingName, string>> = {
  'blood-pressure': 'mmHg',
  glucose: 'mg/dL',
  weight: 'kg',
  temperature: '°F',
  pulse: '/min',
  oxygen: '%',
}

interface TypedReading {
  readonly reading: ReadingName
  readonly value: string
  readonly second: string
  readonly takenAt: number
}

/** As it is sent; undefined where the figures are none. */
export function toReading({ reading, value, second, takenAt }: TypedReading): ReadingBody | undefined {
  const [upper, lower] = [numberIn(value), numberIn(second)]
  const isPair = reading === 'blood-pressure'
  if (upper === undefined || (isPair && lower === undefined)) return undefined
  return {
    reading,
    value: upper,
    second: isPair ? (lower ?? null) : null,
    takenAt,
    ...(reading === 'temperature' && { unit: '[degF]' as const }),
  }
}

/** Digits of any of our scripts, with a point or a comma. */
function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  const [whole = '', part, ...more] = plain.split('.')
  if (more.length > 0 || whole === '' || part === '') return undefined
  const [ascii, asciiPart] = [whole, part ?? ''].map((digits) => digitsOf(digits, 6))
  if (ascii?.length !== whole.length || asciiPart?.length !== (part ?? '').length) return undefined
  const number = Number(part === undefined ? ascii : `${ascii}.${asciiPart}`)
  return number > 0 ? number : undefined
}
