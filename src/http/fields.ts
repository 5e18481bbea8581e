import type { z } from 'zod'

import { HttpError } from './errors.ts'
import type { Field } from './model/index.ts'

type Issue = z.core.$ZodIssue

const UNITS: Readonly<Record<string, string>> = {
  string: ' characters',
  array: ' items',
  set: ' items',
  map: ' items',
  file: ' bytes',
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
}

/** What was sent, after a schema; a refusal names the fields, never what stood in them. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new HttpError('INVALID_INPUT', { fields: toFields(parsed.error.issues, value) })
}

function toFields(issues: readonly Issue[], value: unknown): readonly Field[] {
  return issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: isAbsent(value, issue.path) ? 'is missing' : sayPlainly(issue),
  }))
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  if (value === undefined) return true
  const [name, ...rest] = path
  if (name === undefined || typeof value !== 'object' || value === null) return false
  return isAbsent(Reflect.get(value, name), rest)
}

/** An issue in plain words, which repeat nothing of the value. */
function sayPlainly(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${KINDS[issue.expected] ?? 'of the kind that is asked for'}`
    case 'too_small':
      return `is too small: at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'too_big':
      return `is too big: at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_value':
      return `is not one of: ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return 'has a field that is not known here'
    case 'custom':
      return issue.message
    case 'not_multiple_of':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'does not have the form that is asked for'
  }
}
