declare const amount: unique symbol

/** How much is taken at once, in thousandths of its unit: halves of a tablet and 2.5 mL are exact, and so are their sums. */
export type Amount = number & { readonly [amount]: true }

export const WHOLE = 1_000

/** Nobody takes more of anything at once; beyond it a point was forgotten. */
const MOST = 10_000 * WHOLE

export function isAmount(value: number): value is Amount {
  return Number.isInteger(value) && value >= 0 && value <= MOST
}

/** From thousandths. */
export function toAmount(thousandths: number): Amount {
  if (!isAmount(thousandths))
    throw new RangeError('an amount is a whole number of thousandths, up to 10,000 units')
  return thousandths
}

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['¼', 250],
  ['½', 500],
  ['¾', 750],
  ['1/4', 250],
  ['1/2', 500],
  ['3/4', 750],
])

/** As people write it: `1`, `½`, `1½`, `1 1/2`, `0.5`, `2.5`. Undefined where it is no amount, or none of thousandths. */
export function readAmount(text: string): Amount | undefined {
  const written = text.trim()
  // 11/2 is not read as one and a half: who knows what it means.
  const [, whole = '', fraction = ''] =
    /^(?:(\d+)\s+)?([13]\/[24])$/.exec(written) ?? /^(\d*)\s*([¼½¾])$/.exec(written) ?? []
  const part = FRACTIONS.get(fraction)
  if (part !== undefined) return checked(Number(whole) * WHOLE + part)
  const [, units, thousandths = ''] = /^(\d{1,5})(?:\.(\d{1,3}))?$/.exec(written) ?? []
  return units === undefined ? undefined : checked(Number(units) * WHOLE + Number(thousandths.padEnd(3, '0')))
}

function checked(thousandths: number): Amount | undefined {
  return isAmount(thousandths) ? thousandths : undefined
}

/** With a point and no zeros at its end, never before it: `0.5`, not `.5` or `1.0` (ISMP, List of Error-Prone Abbreviations). */
export function amountText(amount: Amount): string {
  const rest = String(amount % WHOLE)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(amount / WHOLE))
  return rest === '' ? whole : `${whole}.${rest}`
}
