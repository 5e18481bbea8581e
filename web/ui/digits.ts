/**
 * The digits in what was typed or pasted, as ASCII: keyboards for Hindi and Kannada give their own, and a message is
 * often pasted with spaces and words around the code.
 */
export function digitsOf(text: string, most: number): string {
  return Array.from(text, toAscii).join('').slice(0, most)
}

const ZEROS = [0x30, 0x966, 0xce6]

function toAscii(char: string): string {
  const point = char.codePointAt(0) ?? 0
  const zero = ZEROS.find((zero) => point >= zero && point < zero + 10)
  return zero === undefined ? '' : String(point - zero)
}
