/** Quantities, ranges, ratios and money, told from other elements by their shape. */
import { asWritten } from '../json/written.ts'
import { isObject, objectAt, textAt, type JsonObject } from '../read.ts'
import { isQuantity, quantityText } from './quantity.ts'

export function isAmount(value: unknown): value is JsonObject {
  return isObject(value) && (typeof value['value'] === 'number' || isRange(value) || isRatio(value))
}

export function amountText(amount: JsonObject): string | undefined {
  if (isRange(amount)) return joined(partOf(amount, 'low'), ' – ', partOf(amount, 'high'))
  if (isRatio(amount)) return joined(partOf(amount, 'numerator'), ' : ', partOf(amount, 'denominator'))
  const { value } = amount
  const currency = textAt(amount, 'currency')
  if (typeof value !== 'number') return undefined
  if (currency !== null) return `${asWritten(amount, 'value', value)} ${currency}`
  return isQuantity(amount) ? quantityText(amount) : undefined
}

function isRange(value: JsonObject): boolean {
  return isObject(value['low']) || isObject(value['high'])
}

function isRatio(value: JsonObject): boolean {
  return isObject(value['numerator'])
}

function partOf(amount: JsonObject, name: string): string | undefined {
  const part = objectAt(amount, name)
  return part && amountText(part)
}

function joined(from: string | undefined, between: string, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return from ?? to
  return from + between + to
}
