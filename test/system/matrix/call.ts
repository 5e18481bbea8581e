/** A call as a page makes it, and what of the answer is compared. */
import { z } from 'zod'

import type { Endpoint } from '#http/model'

import { PUBLIC_URL } from '../../fixtures/node.ts'
import { bodies, type Sent } from './bodies.ts'
import type { Outcome } from './outcomes.ts'
import type { Stage } from './stage.ts'
import type { Thing } from './things.ts'

export interface Answer {
  readonly outcome: Outcome
  readonly text: string
}

const refusalSchema = z.union([
  z.object({ code: z.string() }).transform(({ code }) => code),
  // FHIR's OperationOutcome has it beside words of its own.
  z
    .object({ issue: z.tuple([z.object({ diagnostics: z.string() })]) })
    .transform(({ issue }) => issue[0].diagnostics),
])

/** Asks as this caller about this thing. */
export async function call(stage: Stage, endpoint: Endpoint, caller: string, thing: Thing): Promise<Answer> {
  const { query = {}, type, body } = (await bodies[endpoint.name]?.(thing, stage)) ?? EMPTY
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => nameOf(endpoint, thing, name))
  const gone = new AbortController()
  const response = await stage.world.served.ask(`${path}?${new URLSearchParams(query)}`, {
    method: endpoint.method,
    signal: gone.signal,
    headers: {
      cookie: stage.cookies(caller),
      origin: PUBLIC_URL,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { body: body ?? null }),
  })
  if (endpoint.returns === 'events' && response.ok) {
    gone.abort()
    return { outcome: String(response.status), text: '' }
  }
  const text = await response.text()
  const code = response.ok ? [] : [refusalSchema.parse(JSON.parse(text))]
  return { outcome: [response.status, ...code].join(' '), text }
}

const EMPTY: Sent = { type: 'application/json', body: '{}' }

function nameOf({ name: endpoint }: Endpoint, thing: Thing, name: string): string {
  const value = name === 'channel' ? 'email' : thing[name]
  if (value === undefined) throw new Error(`${endpoint} needs a thing with a name for ${name}`)
  return encodeURIComponent(value)
}

/** The same text whichever names and moments stand in it: what may differ between two answers that say the same. */
export function withoutNames(text: string): string {
  return text
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'a name')
    .replaceAll(/\b\d{13}\b/g, 'a moment')
    .replaceAll(/\S•••@/g, 'somebody@')
}
