import type { z } from 'zod'

/**
 * An answer after its schema, as text. What the schema does not name does not leave; where `strict` (in tests), naming
 * too little is an error, so that nobody believes a field was sent.
 */
export function toJson(schema: z.ZodType, answer: unknown, strict: boolean): string {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new Error(`an answer does not fit its schema at ${placesOf(parsed.error)}`)
  if (strict) refuseUndeclared(answer, parsed.data, 'answer')
  return JSON.stringify(parsed.data)
}

function placesOf({ issues }: z.ZodError): string {
  return issues.map(({ path, code }) => `${path.map(String).join('.')} (${code})`).join(', ')
}

function refuseUndeclared(given: unknown, sent: unknown, path: string): void {
  if (!isObject(given) || !isObject(sent)) return
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (!(name in sent)) throw new Error(`${path} has ${name}, which its schema does not name`)
    refuseUndeclared(value, Reflect.get(sent, name), `${path}.${name}`)
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
