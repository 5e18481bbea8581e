import type { z } from 'zod'

import { HttpError } from '../errors.ts'
import { parseInput } from '../fields.ts'
import { gather } from '../gather.ts'
import { openParts, type FormFile, type Part, type Parts } from './parts.ts'

/** A form as it arrives: its text fields, then its files, each to be read before the next. */
export interface Form<Fields> {
  readonly fields: Fields
  readonly files: AsyncIterable<FormFile>
}

/** A form, and how to leave it when nobody reads on. */
interface OpenForm<Fields> {
  readonly form: Form<Fields>
  leave(): void
}

/** Reads up to the first file; what comes later comes as the files are read. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<OpenForm<z.output<Schema>>> {
  const parts = openParts(request, maxBytes)
  try {
    const [fields, first] = await readFields(parts)
    const form = { fields: parseInput(schema, fields), files: filesFrom(first, parts) }
    return { form, leave: () => parts.leave() }
  } catch (error) {
    parts.leave()
    throw error
  }
}

async function readFields(parts: Parts): Promise<readonly [unknown, Part | undefined]> {
  const fields: [string, string][] = []
  let part = await parts.next()
  for (; part?.kind === 'field'; part = await parts.next()) fields.push([part.name, part.text])
  return [gather(fields), part]
}

async function* filesFrom(first: Part | undefined, parts: Parts): AsyncGenerator<FormFile, void, undefined> {
  for (let part = first; part; part = await parts.next()) {
    if (part.kind === 'field') throw new HttpError('MALFORMED_BODY')
    yield part.file
    if (!part.isRead()) throw new Error('a file of a form was not read before the next one')
  }
}
