/** Protobuf's scalars as they lie on the wire, https://protobuf.dev/programming-guides/encoding/ */
import { CodecError, fromUtf8, toUtf8, type Bytes } from '#kernel'

export const VARINT = 0
export const FIXED64 = 1
export const LENGTH = 2

export type Wire = typeof VARINT | typeof FIXED64 | typeof LENGTH

/** How one kind of value lies on the wire: its bytes without the tag and, for LENGTH, without the length. */
export interface Kind<T> {
  readonly wire: Wire
  write(value: T): Bytes
  read(bytes: Bytes): T
}

/** int32, int64, uint32, uint64 and enumerations, of which we take whole numbers from −(2^53 − 1) to 2^53 − 1. */
export const int: Kind<number> = {
  wire: VARINT,
  write(value) {
    const bytes: number[] = []
    let rest = BigInt.asUintN(64, BigInt(value))
    for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
    bytes.push(Number(rest))
    return Uint8Array.from(bytes)
  },
  read: (bytes) => toNumber(bytes.reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 0x7f), 0n)),
}

/** sfixed64, which canonical votes use so that every validator signs equally many bytes. */
export const fixed64: Kind<number> = {
  wire: FIXED64,
  write(value) {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setBigInt64(0, BigInt(value), true)
    return bytes
  },
  read: (bytes) => toNumber(bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)),
}

export const raw: Kind<Bytes> = { wire: LENGTH, write: (value) => value, read: (bytes) => bytes }

export const text: Kind<string> = { wire: LENGTH, write: toUtf8, read: fromUtf8 }

/** A kind of T that is another's value to us: `to` and `from` must undo each other. */
export function mapped<T, U>(kind: Kind<T>, to: (value: T) => U, from: (value: U) => T): Kind<U> {
  return {
    wire: kind.wire,
    write: (value) => kind.write(from(value)),
    read: (bytes) => to(kind.read(bytes)),
  }
}

export function malformed(what: string): CodecError {
  return new CodecError('MALFORMED', `the bytes are not what CometBFT writes: ${what}`)
}

function toNumber(bits: bigint): number {
  const value = Number(BigInt.asIntN(64, bits))
  if (!Number.isSafeInteger(value)) throw malformed('a number beyond 2^53 - 1')
  return value
}
