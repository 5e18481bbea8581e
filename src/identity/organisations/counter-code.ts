import type { Chance } from '#kernel'

/** Crockford's base 32: no I, L, O, U to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The public code of an organisation's counters: 50 random bits. */
export function newCounterCode(chance: Chance): string {
  return Array.from(chance.bytes(10), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}
