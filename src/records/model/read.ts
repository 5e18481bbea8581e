/** Unknown JSON becomes typed here and nowhere else. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text under a name, or null where there is none. */
export function textAt(holder: JsonObject, name: string): string | null {
  const value = holder[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function objectAt(holder: JsonObject, name: string): JsonObject | undefined {
  const value = holder[name]
  return isObject(value) ? value : undefined
}

/** What a name holds as a list: of one where it is not a list, of none where it is absent. */
export function listAt(holder: JsonObject, name: string): readonly unknown[] {
  const value = holder[name]
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function objectsAt(holder: JsonObject, name: string): readonly JsonObject[] {
  return listAt(holder, name).filter(isObject)
}
