import { z } from 'zod'

import type { Caller } from './caller.ts'

/** How often one caller may: `guess` for whatever can be guessed, `write`, `read`, and `bulk` for imports and exports. */
export type Limit = 'guess' | 'write' | 'read' | 'bulk'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * What is sent: JSON after the body's schema, raw bytes of one of the endpoint's media types, or a form, whose text
 * fields come first and fit the body's schema, and whose files follow.
 */
export type Upload = 'json' | 'bytes' | 'form'

/** What comes back: JSON after the schema, bytes (a picture, a PDF, an export), or server-sent events. */
export type Returns = 'json' | 'bytes' | 'events'

/** How a refusal is written: problem details (RFC 9457), or FHIR's OperationOutcome where a FHIR client calls. */
export type Failure = 'problem' | 'operation-outcome'

/** An endpoint as a value: the server serves it, the browser calls it, OpenAPI describes it, a matrix tests it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Called extends Caller = Caller,
  Sent extends Upload = Upload,
  Returned extends Returns = Returns,
> {
  /** `subject.verb`, unique. */
  readonly name: string
  readonly method: Method
  /** Under `/api`, with `:name` for parameters. */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly caller: Called
  readonly limit: Limit
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  readonly upload: Sent
  /** Of raw bytes, the media types taken. */
  readonly media: readonly string[]
  /** The longest body taken. */
  readonly maxBytes: number
  readonly returns: Returned
  readonly failure: Failure
  /** Codes of the refusals that the domain may answer with, beside the common ones. */
  readonly refusals: readonly string[]
}

const MEBIBYTE = 2 ** 20
const MAX_BYTES: Readonly<Record<Upload, number>> = {
  json: MEBIBYTE,
  bytes: 32 * MEBIBYTE,
  form: 32 * MEBIBYTE,
}

const none = z.strictObject({})
export type None = typeof none

interface Described<P, Q, B, A, C, U, R> extends Pick<Endpoint, 'name' | 'method' | 'path' | 'summary'> {
  readonly caller: C
  readonly limit?: Limit
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer?: A
  readonly upload?: U
  readonly media?: readonly string[]
  readonly maxBytes?: number
  readonly returns?: R
  readonly failure?: Failure
  readonly refusals?: readonly string[]
}

/** An endpoint from its description; what is not said is an empty object, JSON, and the limit of its method. */
export function defineEndpoint<
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
  A extends z.ZodType = None,
  const C extends Caller = Caller,
  const U extends Upload = 'json',
  const R extends Returns = 'json',
>(described: Described<P, Q, B, A, C, U, R>): Endpoint<P, Q, B, A, C, U, R>
export function defineEndpoint(
  described: Described<z.ZodType, z.ZodType, z.ZodType, z.ZodType, Caller, Upload, Returns>,
): Endpoint {
  return {
    limit: described.method === 'GET' ? 'read' : 'write',
    upload: 'json',
    media: [],
    maxBytes: MAX_BYTES[described.upload ?? 'json'],
    returns: 'json',
    failure: 'problem',
    refusals: [],
    ...described,
    params: described.params ?? none,
    query: described.query ?? none,
    body: described.body ?? none,
    answer: described.answer ?? none,
  }
}
