/**
 * Dose shorthand as it is written in India: three figures are morning, noon and night, four have the evening before the
 * night; the Latin ones are those of every prescription there. Anything else stays as it was written: a dose is not guessed.
 */

export type Time = 'morning' | 'noon' | 'evening' | 'night'
export type How = 'OD' | 'BD' | 'TDS' | 'QID' | 'HS' | 'SOS' | 'stat'

export interface Dose {
  readonly how: How | readonly { readonly time: Time; readonly count: string }[]
  readonly days: number | undefined
}

const THREE = ['morning', 'noon', 'night'] as const
const FOUR = ['morning', 'noon', 'evening', 'night'] as const
const LATIN: readonly How[] = ['OD', 'BD', 'TDS', 'QID', 'HS', 'SOS', 'stat']
const SHORTHAND = /^(\S+)(?: × (\d+) days?)?$/
const COUNTS = /^[\d½](?:-[\d½]){2,3}$/

export function readDose(written: string): Dose | undefined {
  const [, short = '', lasting] = written.match(SHORTHAND) ?? []
  const how = LATIN.find((known) => known === short) ?? timesOf(short)
  return how && { how, days: lasting === undefined ? undefined : Number(lasting) }
}

function timesOf(short: string): Dose['how'] | undefined {
  if (!COUNTS.test(short)) return undefined
  const counts = short.split('-')
  const times = counts.length === FOUR.length ? FOUR : THREE
  const taken = times
    .map((time, at) => ({ time, count: counts[at] ?? '0' }))
    .filter(({ count }) => count !== '0')
  return taken.length > 0 ? taken : undefined
}
