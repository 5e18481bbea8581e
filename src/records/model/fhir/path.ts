import { isObject, type JsonObject } from '../read.ts'

/** Element names that lead from a resource to a value; lists on the way are opened. */
export type Steps = readonly string[]

export function steps(path: string): Steps {
  return path.split('.')
}

/** What `read` makes of the first value at the end of a path that it can read. */
function firstAt<T>(holder: object, path: Steps, read: (value: unknown) => T | undefined): T | undefined {
  return isObject(holder) ? within(holder, path, 0, read) : undefined
}

/** Of several paths, the first that leads to a value that can be read. */
export function firstOfPaths<T>(
  holder: object,
  paths: readonly Steps[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const path of paths) {
    const found = firstAt(holder, path, read)
    if (found !== undefined) return found
  }
  return undefined
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function within<T>(
  holder: JsonObject,
  path: Steps,
  depth: number,
  read: (value: unknown) => T | undefined,
): T | undefined {
  const value = holder[path[depth] ?? '']
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return onward(value, path, depth, read)
  for (const item of value) {
    const found = onward(item, path, depth, read)
    if (found !== undefined) return found
  }
  return undefined
}

function onward<T>(
  value: unknown,
  path: Steps,
  depth: number,
  read: (value: unknown) => T | undefined,
): T | undefined {
  if (depth === path.length - 1) return read(value)
  return isObject(value) ? within(value, path, depth + 1, read) : undefined
}
