/** How people are reached: numbers and addresses that can never be anybody's. */

/**
 * A number no subscriber can have. Mobile numbers of India begin with 6 to 9; of fixed lines, 555 is a code reserved
 * and given to no charging area, and no subscriber's part begins with 0, the trunk prefix (National Numbering Plan 2003,
 * annexes I and III).
 */
export function unassignablePhone(serial: number): string {
  return `+915550${String(100_000 + ((serial * 7_919) % 900_000)).padStart(6, '0')}`
}

/** Under a top-level domain that is never delegated (RFC 2606 section 2). */
export function unassignableEmail(given: string, serial: number): string {
  return `${given.toLowerCase().replaceAll(/[^a-z]/g, '')}${serial}@post.example`
}
