import { toHex } from '#kernel'

/** A value with its byte strings as hexadecimal, so that a Buffer and a Uint8Array of the same bytes are equal. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
}
