import type { z } from 'zod'

import type { Endpoint, Returns } from '../model/index.ts'
import { bytesHeaders, toBody, type BytesAnswer } from './bytes.ts'
import { toEventStream } from './events.ts'
import { toJson } from './json.ts'
import { respond, type PlainHeaders } from './respond.ts'
import { toStream } from './stream.ts'

/** What a handler returns; it need not own what it returns. */
export interface Answers<Schema extends z.ZodType> {
  readonly json: Frozen<z.input<Schema>>
  readonly bytes: BytesAnswer
  readonly events: AsyncIterable<Frozen<z.input<Schema>>>
}

/** A value that cannot be changed through this name, however deep. */
type Frozen<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Frozen<T[Name]> }
      : T

/** What an answer needs of the request it answers. */
export interface Asked {
  readonly request: Request
  /** Of the answer, with the media type of the endpoint's. */
  readonly headers: PlainHeaders
  /** Whether naming a field that the schema lacks is an error. */
  readonly strict: boolean
  /** Cuts off an answer that cannot be finished. */
  breakOff(error: unknown): void
}

type Write<Answer> = (answer: Answer, asked: Asked, cookies: readonly string[]) => Response

type Writers<Schema extends z.ZodType> = { readonly [R in Returns]: Write<Answers<Schema>[R]> }

type Gives<Schema extends z.ZodType, Returned extends Returns> = Endpoint & {
  readonly answer: Schema
  readonly returns: Returned
}

/** How an endpoint writes what its handler returns. */
export function writerOf<Schema extends z.ZodType, Returned extends Returns>(
  endpoint: Gives<Schema, Returned>,
): Write<Answers<Schema>[Returned]> {
  const { answer: schema, returns } = endpoint
  const writers: Writers<Schema> = {
    json: (answer, { headers, strict }, cookies) =>
      respond(toJson(schema, answer, strict), 200, { headers, cookies }),
    bytes(answer, { headers, breakOff }, cookies) {
      const { bytes } = answer
      const body = bytes instanceof Uint8Array ? toBody(bytes) : toStream(bytes, breakOff)
      return respond(body, 200, { headers: bytesHeaders(answer, headers), cookies })
    },
    events(answer, { request, headers, strict, breakOff }, cookies) {
      const events = toEventStream(schema, answer, request.signal, strict)
      return respond(toStream(events, breakOff), 200, { headers, cookies })
    },
  }
  return writers[returns]
}
