import { randomByteString } from '#platform'

import { concat, toUtf8, uint64, type Bytes } from './bytes.ts'
import { sha256 } from './hash.ts'

/** Where randomness comes from: passed in, so that a test or the demonstration can repeat itself. */
export interface Chance {
  bytes(count: number): Bytes
}

export const systemChance: Chance = { bytes: randomByteString }

/** The same bytes for the same seed, for tests and the demonstration only: never for a real key. */
export function seededChance(seed: string): Chance {
  let drawn = 0
  const block = () => sha256(toUtf8(`seed:${seed}:`), uint64(drawn++))
  return {
    bytes(count) {
      const blocks: Bytes[] = []
      for (let have = 0; have < count; have += 32) blocks.push(block())
      return concat(...blocks).subarray(0, count)
    },
  }
}
