/**
 * Verhoeff's check digit (J. Verhoeff, Error Detecting Decimal Codes, Mathematical Centre Tracts 29, 1969), which
 * Aadhaar uses too: it finds every single wrong digit and every swap of two neighbours.
 */

/** Multiplication in the dihedral group of order ten, D5. */
const PRODUCT = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
] as const

const INVERSE = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9] as const

/** What happens to a digit by its place, counted from the right; it repeats after eight places. */
const PERMUTATION = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
] as const

/** The digit to write behind these digits. */
export function checkDigitOf(digits: string): number {
  return INVERSE[checksum(`${digits}0`)] ?? 0
}

/** Whether digits that end with their check digit fit together. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d+$/.test(digits) && checksum(digits) === 0
}

function checksum(digits: string): number {
  return Array.from(digits, Number)
    .toReversed()
    .reduce((sum, digit, place) => PRODUCT[sum]?.[PERMUTATION[place % 8]?.[digit] ?? 0] ?? 0, 0)
}
