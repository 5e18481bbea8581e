import type { z } from 'zod'

import { parseInput } from '../fields.ts'
import type { Endpoint, Upload } from '../model/index.ts'
import { readForm, type Form } from './form.ts'
import { readJson } from './json.ts'
import { limitedBody } from './limited.ts'
import { requireMediaType } from './media-type.ts'

/** What a handler is given of a body. */
export interface Bodies<Schema extends z.ZodType> {
  readonly json: z.output<Schema>
  readonly bytes: AsyncIterable<Uint8Array>
  readonly form: Form<z.output<Schema>>
}

type Readers<Schema extends z.ZodType> = {
  readonly [Sent in Upload]: (request: Request) => Promise<Bodies<Schema>[Sent]>
}

type Sends<Schema extends z.ZodType, Sent extends Upload> = Endpoint & {
  readonly body: Schema
  readonly upload: Sent
}

/** How an endpoint reads what was sent. */
export function readerOf<Schema extends z.ZodType, Sent extends Upload>(
  endpoint: Sends<Schema, Sent>,
): (request: Request) => Promise<Bodies<Schema>[Sent]> {
  const { name, upload, body, media, maxBytes } = endpoint
  if (upload === 'bytes' && media.length === 0) throw new Error(`${name} takes bytes of no media type`)
  const readers: Readers<Schema> = {
    json: async (request) => parseInput(body, await readJson(request, endpoint)),
    async bytes(request) {
      requireMediaType(request, media)
      return limitedBody(request, maxBytes)
    },
    form: (request) => readForm(request, body, maxBytes),
  }
  return readers[upload]
}
