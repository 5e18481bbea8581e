import type { Bytes } from '#kernel'

import { ResourceError } from '../errors.ts'

/** `fromUtf8` of the kernel puts a sign for what it cannot read; what is kept for life is refused instead. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of these bytes; refused where they are not UTF-8. */
export function readText(bytes: Bytes, start: number, end: number, path: string): string {
  try {
    return decoder.decode(bytes.subarray(start, end))
  } catch {
    throw new ResourceError('MALFORMED_JSON', 'not UTF-8', start, path)
  }
}

/** A string, number, true, false or null on its own. */
export function readScalar(bytes: Bytes, start: number, end: number, path: string): unknown {
  try {
    return JSON.parse(readText(bytes, start, end, path))
  } catch {
    throw new ResourceError('MALFORMED_JSON', 'not a JSON value', start, path)
  }
}

export function readString(bytes: Bytes, start: number, end: number, path: string): string {
  const value = readScalar(bytes, start, end, path)
  if (typeof value === 'string') return value
  throw new ResourceError('NOT_A_RESOURCE', 'a string is expected', start, path)
}
