import { bytes, CodecError, decode, encode, isSame, type Bytes, type Codec, type Cursor } from '#kernel'

const framed = bytes(1 << 20)

/** A field of a protobuf message that holds bytes or a message: its tag, a length, and what is in it. */
export function field<T>(number: number, content: Codec<T>): Codec<T> {
  const tag = Uint8Array.of(tagOf(number))
  return {
    write(value, out) {
      out.push(tag)
      framed.write(encode(content, value), out)
    },
    read(from) {
      expect(from, tag)
      return decode(content, framed.read(from))
    },
  }
}

/** Wire type 2: bytes behind their length. */
export function tagOf(number: number): number {
  return (number << 3) | 2
}

/** Reads exactly these bytes and refuses any others. */
export function expect(from: Cursor, wanted: Bytes): void {
  if (!isSame(from.take(wanted.length), wanted)) throw malformed()
}

export function malformed(): CodecError {
  return new CodecError('MALFORMED', 'not a proof as the ledger writes them')
}
