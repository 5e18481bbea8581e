import type { z } from 'zod'

import { HttpError } from '../errors.ts'
import { parseInput } from '../fields.ts'
import { gather } from '../gather.ts'
import { openParts, type FormFile, type Part } from './parts.ts'

/** A form as it arrives: its text fields, then its files, each to be read before the next. */
export interface Form<Fields> {
  readonly fields: Fields
  readonly files: AsyncIterable<FormFile>
}

/** Reads up to the first file; what comes later comes as the files are read. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  maxBytes: number,
): Promise<Form<z.output<Schema>>> {
  const parts = openParts(request, maxBytes).getReader()
  const texts: [string, string][] = []
  let first = await parts.read()
  for (; first.value?.kind === 'field'; first = await parts.read()) {
    texts.push([first.value.name, first.value.text])
  }
  return { fields: parseInput(schema, gather(texts)), files: filesFrom(first.value, parts) }
}

async function* filesFrom(
  first: Part | undefined,
  rest: ReadableStreamDefaultReader<Part>,
): AsyncGenerator<FormFile> {
  for (let part = first; part; part = (await rest.read()).value) {
    if (part.kind === 'field') throw new HttpError('MALFORMED_BODY')
    yield part.file
    if (!part.isRead()) throw new Error('a file of a form was not read before the next one')
  }
}
