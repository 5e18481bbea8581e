/** Looks for very many words at once, in all their forms. */
import { formsOf, SHORTEST, type Needle } from './forms.ts'

const SLOTS = 1 << 24

export interface Search {
  /** Which words are there, each with the form in which it was found. */
  in(bytes: Uint8Array): ReadonlySet<string>
}

export function newSearch(words: Iterable<string>): Search {
  const slots = new Uint8Array(SLOTS)
  const byBeginning = new Map<string, Needle[]>()
  for (const needle of [...new Set(words)].flatMap(formsOf)) {
    slots[slotAt(needle.bytes, 0)] = 1
    const beginning = needle.bytes.toString('latin1', 0, SHORTEST)
    const others = byBeginning.get(beginning)
    if (others) others.push(needle)
    else byBeginning.set(beginning, [needle])
  }
  return {
    in(bytes) {
      const hay = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const found = new Set<string>()
      for (let at = 0; at + SHORTEST <= hay.length; at++) {
        if (slots[slotAt(hay, at)] !== 1) continue
        for (const needle of byBeginning.get(hay.toString('latin1', at, at + SHORTEST)) ?? [])
          if (liesAt(needle, hay, at)) found.add(`${needle.word} as ${needle.form}`)
      }
      return found
    },
  }
}

/** A number of six digits is in the midst of many others: it counts where it stands alone. */
function liesAt({ word, bytes }: Needle, hay: Buffer, at: number): boolean {
  if (!hay.subarray(at, at + bytes.length).equals(bytes)) return false
  if (!/^\d{6}$/.test(word)) return true
  const around = [at - 1, at + bytes.length].map((place) => hay.toString('latin1', place, place + 1))
  return !/^[0-9A-Za-z.]/.test(around[0] ?? '') && !/^[0-9A-Za-z]/.test(around[1] ?? '')
}

/** Of the first six bytes (multiplicative hashing; Knuth, The Art of Computer Programming 3, 6.4). */
function slotAt(bytes: Uint8Array, at: number): number {
  const four =
    (byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16)) ^
    (byteAt(bytes, at + 3) << 24)
  const two = byteAt(bytes, at + 4) | (byteAt(bytes, at + 5) << 8)
  return (Math.imul(four, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b)) >>> 8
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
