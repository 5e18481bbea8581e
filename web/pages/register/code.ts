/** The code of a counter, as its QR or its poster gives it: an address of ours, or the ten characters alone. */
const CODE = /(?:^|\/)([0-9A-HJKMNP-TV-Z]{10})$/

/** Undefined where it is no counter's. Crockford's base 32 reads I and L as 1 and O as 0. */
export function counterCodeIn(text: string): string | undefined {
  const typed = text.trim().replace(/^.*\/register\//, '/')
  const read = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0')
  return read.match(CODE)?.[1]
}
