import { toHex, type Bytes, type Chance } from '#kernel'

const LEDGER_ID_BYTES = 16

/** A random UUID (RFC 9562, version 4). */
export function newUuid(chance: Chance): string {
  const bytes = Uint8Array.from(chance.bytes(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A random id for the ledger. */
export function newLedgerId(chance: Chance): Bytes {
  return chance.bytes(LEDGER_ID_BYTES)
}
