/** The bytes under which a word may lie somewhere: as text, in UTF-16, in hexadecimal, in base64. */

export interface Needle {
  readonly word: string
  readonly form: string
  readonly bytes: Buffer
}

/** Shorter pieces are found by chance in what is sealed. */
export const SHORTEST = 6

export function formsOf(word: string): readonly Needle[] {
  const plain = Buffer.from(word)
  const hex = plain.toString('hex')
  const forms: readonly (readonly [string, Buffer])[] = [
    ['text', plain],
    ['text', Buffer.from(word.toLowerCase())],
    ['UTF-16LE', Buffer.from(word, 'utf16le')],
    ['UTF-16BE', Buffer.from(word, 'utf16le').swap16()],
    ['hexadecimal', Buffer.from(hex)],
    ['hexadecimal', Buffer.from(hex.toUpperCase())],
    ...base64Forms(plain),
  ]
  return forms.filter(([, bytes]) => bytes.length >= SHORTEST).map(([form, bytes]) => ({ word, form, bytes }))
}

/** Wherever the word begins in what was encoded: what its first and last bytes share with their neighbours is left out. */
function base64Forms(plain: Buffer): readonly (readonly [string, Buffer])[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), plain])
    const from = Math.ceil((before * 8) / 6)
    const until = Math.floor((padded.length * 8) / 6)
    const cut = (encoding: 'base64' | 'base64url') =>
      Buffer.from(padded.toString(encoding).slice(from, until))
    return [
      ['base64', cut('base64')],
      ['base64url', cut('base64url')],
    ] as const
  })
}
