import { seededChance } from '#kernel'

/** Draws that repeat themselves: the same seed gives the same draws on every machine. Never for a key. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  share(): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  between(least: number, most: number): number
  happens(chance: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T
  normal(mean: number, deviation: number): number
  uuid(): string
  /** A stream of its own, so that one person's draws do not move another's. */
  fork(label: string): Dice
}

export function newDice(seed: string): Dice {
  const next = sfc32(seed)
  const share = () => next() / 0x1_0000_0000
  return {
    share,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    between: (least, most) => least + share() * (most - least),
    happens: (chance) => share() < chance,
    pick: (items) => at(items, Math.floor(share() * items.length)),
    weighted: (items, weightOf) => at(items, placeOf(items.map(weightOf), share())),
    normal: (mean, deviation) => mean + deviation * bell(share),
    uuid: () => uuidOf([next(), next(), next(), next()]),
    fork: (label) => newDice(`${seed}/${label}`),
  }
}

/** The generator sfc32 of Chris Doty-Humphrey's PractRand (public domain), its state filled from a hash of the seed. */
function sfc32(seed: string): () => number {
  const bytes = seededChance(seed).bytes(16)
  const state = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let a = state.getInt32(0)
  let b = state.getInt32(4)
  let c = state.getInt32(8)
  let counter = state.getInt32(12)
  return () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return drawn >>> 0
  }
}

/** Twelve uniform draws less six (Irwin and Hall): nearly normal, cut at six, and without `Math.log`, which may differ between machines. */
function bell(share: () => number): number {
  let sum = -6
  for (let draw = 0; draw < 12; draw += 1) sum += share()
  return sum
}

function placeOf(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  )
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place]
  if (item === undefined) throw new Error('there is nothing to draw from')
  return item
}

/** RFC 9562 version 4, from the seed instead of from chance. */
function uuidOf(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
