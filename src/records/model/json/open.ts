import type { Bytes } from '#kernel'

import { ResourceError } from '../errors.ts'
import { Scanner, type Part } from './scanner.ts'
import { readScalar, readText } from './text.ts'
import { parseAsWritten } from './written.ts'

/**
 * The value of a part. Refused by place where it is not JSON, and where an object has a name twice: `JSON.parse` keeps
 * the last, another reader may keep the first, and the two would see different records under one commitment.
 */
export function openPart(bytes: Bytes, part: Part, path: string): unknown {
  const value = parsed(readText(bytes, part.start, part.end, path))
  if (value !== undefined && countPairs(value) === part.pairs) return value
  throw firstFault(bytes, part.start, path)
}

/** undefined, which JSON has not, where the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return parseAsWritten(text)
  } catch {
    return undefined
  }
}

function countPairs(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let pairs = 0
  if (Array.isArray(value)) {
    for (const item of value) pairs += countPairs(item)
    return pairs
  }
  for (const member of Object.values(value)) pairs += 1 + countPairs(member)
  return pairs
}

/** Goes over the text again, slowly, to say where it is wrong. */
function firstFault(bytes: Bytes, start: number, path: string): ResourceError {
  try {
    walk(new Scanner(bytes, start), bytes, path)
  } catch (fault) {
    if (fault instanceof ResourceError) return fault
    throw fault
  }
  return new ResourceError('MALFORMED_JSON', 'not JSON', start, path)
}

function walk(scanner: Scanner, bytes: Bytes, path: string): void {
  if (scanner.isAtObject()) return scanner.eachMember(path, (_, at) => walk(scanner, bytes, at))
  if (scanner.isAtArray()) return scanner.eachItem(path, (_, at) => walk(scanner, bytes, at))
  const { start, end } = scanner.skip(path)
  readScalar(bytes, start, end, path)
}
