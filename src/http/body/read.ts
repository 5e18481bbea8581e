import type { z } from 'zod'

import type { Bytes } from '#kernel'

import { parseInput } from '../fields.ts'
import type { Endpoint, Upload } from '../model/index.ts'
import { readForm, type Form } from './form.ts'
import { readJson } from './json.ts'
import { limitedBody } from './limited.ts'
import { requireMediaType } from './media-type.ts'

/** What a handler is given of a body. */
export interface Bodies<Schema extends z.ZodType> {
  readonly json: z.output<Schema>
  readonly bytes: AsyncIterable<Bytes>
  readonly form: Form<z.output<Schema>>
}

/** A body, and what to do when its handler has ended. */
interface Read<Body> {
  readonly body: Body
  readonly leave?: () => void
}

/** At once where there is nothing to read. */
type Reader<Body> = (request: Request) => Promise<Read<Body>> | Read<Body>

type Readers<Schema extends z.ZodType> = { readonly [Sent in Upload]: Reader<Bodies<Schema>[Sent]> }

type Sends<Schema extends z.ZodType, Sent extends Upload> = Endpoint & {
  readonly body: Schema
  readonly upload: Sent
}

/** How an endpoint reads what was sent. */
export function readerOf<Schema extends z.ZodType, Sent extends Upload>(
  endpoint: Sends<Schema, Sent>,
): Reader<Bodies<Schema>[Sent]> {
  const { name, upload, body: schema, media, maxBytes } = endpoint
  if (upload === 'bytes' && media.length === 0) throw new Error(`${name} takes bytes of no media type`)
  const readers: Readers<Schema> = {
    json(request) {
      if (endpoint.method === 'GET') return { body: parseInput(schema, {}) }
      return readJson(request, endpoint).then((json) => ({ body: parseInput(schema, json) }))
    },
    bytes(request) {
      requireMediaType(request, media)
      return { body: limitedBody(request, maxBytes) }
    },
    async form(request) {
      const { form, leave } = await readForm(request, schema, maxBytes)
      return { body: form, leave }
    },
  }
  return readers[upload]
}
