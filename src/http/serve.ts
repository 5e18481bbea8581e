import { z } from 'zod'

import { admissionTo, type Callers, type Visitor } from './admission.ts'
import { writerOf, type Answers, type Asked } from './answer/write.ts'
import { readerOf, type Bodies } from './body/read.ts'
import { OpenCall, type Call } from './call.ts'
import { HttpError } from './errors.ts'
import { parseInput } from './fields.ts'
import type { Caller, Endpoint, Returns, Upload } from './model/index.ts'

/** A request that came to an endpoint. */
export interface Arrival extends Visitor, Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | readonly string[]>>
}

/** An endpoint with what answers it. */
export interface Route {
  readonly endpoint: Endpoint
  answer(arrival: Arrival): Promise<Response>
}

/** Serves an endpoint: admits the caller, reads what was sent, and writes what the handler returns. */
export function serve<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  C extends Caller,
  U extends Upload,
  R extends Returns,
>(
  endpoint: Endpoint<P, Q, B, A, C, U, R>,
  handle: (
    caller: Callers[C['who']],
    call: Call<z.output<P>, z.output<Q>, Bodies<B>[U]>,
  ) => Answers<A>[R] | Promise<Answers<A>[R]>,
): Route {
  refuseMismatch(endpoint)
  const admit = admissionTo(endpoint)
  const read = readerOf(endpoint)
  const write = writerOf(endpoint)
  return {
    endpoint,
    async answer(arrival) {
      const caller = await admit(arrival)
      const params = parsePath(endpoint.params, arrival.params)
      const query = parseInput(endpoint.query, arrival.query)
      const { body, leave } = await read(arrival.request)
      const call = new OpenCall(arrival.request, params, query, body)
      try {
        return write(await handle(caller, call), arrival, call.cookies)
      } finally {
        leave?.()
      }
    },
  }
}

/** A parameter that only path or schema names would make every call a 404. */
function refuseMismatch({ name, path, params }: Endpoint): void {
  if (!(params instanceof z.ZodObject)) return
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter))
  const different = inPath.symmetricDifference(new Set(Object.keys(params.shape)))
  if (different.size > 0) throw new Error(`${name}: path and params name different things`)
}

/** An id that cannot be one names nothing. */
function parsePath<Schema extends z.ZodType>(schema: Schema, params: unknown): z.output<Schema> {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw new HttpError('NOT_FOUND')
  return parsed.data
}
