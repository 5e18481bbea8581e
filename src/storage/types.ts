import { TypeOverrides } from 'pg'

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182

/**
 * How PostgreSQL's values become ours: int8 a safe number, bytea bytes, date its own text (a date of care is no
 * instant, and the machine's time zone must not move it).
 */
export const valueTypes = new TypeOverrides()
valueTypes.setTypeParser(INT8, toSafeNumber)
valueTypes.setTypeParser(INT8_ARRAY, (text: string) => itemsOf(text).map(toSafeNumber))
valueTypes.setTypeParser(DATE, (text: string) => text)
valueTypes.setTypeParser(DATE_ARRAY, itemsOf)

function toSafeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('the database holds a number beyond 2^53 - 1')
  return value
}

/** The items of an array whose items need no quotes. */
function itemsOf(text: string): readonly string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}
