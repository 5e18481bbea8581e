import { STATUS_CODES } from 'node:http'

import { DomainError, toHex, type Chance } from '#kernel'

import { respond, type PlainHeaders } from './answer/respond.ts'
import { HttpError } from './errors.ts'
import type { Endpoint, ProblemDetails } from './model/index.ts'
import { toOperationOutcome } from './operation-outcome.ts'

/** The statuses of refusals. */
export type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 414 | 415 | 421 | 422 | 429 | 500 | 503

/** Where errors of ours are written: by class and place in the code, since a message might repeat what was sent. */
export interface FailureLog {
  failed(failure: { readonly incident: string; readonly endpoint: string; readonly error: unknown }): void
}

/** What turning an error into an answer needs. */
export interface FailurePorts {
  /** The status of a refusal's code; undefined where it has none, which makes it an error of ours. */
  readonly statusOf: (code: string) => Status | undefined
  readonly log: FailureLog
  readonly chance: Chance
}

const BROKEN = 'Something went wrong on our side, and it is written down. Try again in a while.'

/** The answer to whatever was thrown: a refusal says what to do, and an error of ours says nothing but its number. */
export function toFailure(
  error: unknown,
  endpoint: Pick<Endpoint, 'name' | 'failure'>,
  headers: PlainHeaders,
  ports: FailurePorts,
): Response {
  const problem = toProblem(error, endpoint.name, ports)
  const isFhir = endpoint.failure === 'operation-outcome'
  const body = JSON.stringify(isFhir ? toOperationOutcome(problem) : problem)
  const type = isFhir ? 'application/fhir+json' : 'application/problem+json'
  return respond(body, problem.status, {
    headers: { ...headers, ...headersOf(problem), 'content-type': type },
  })
}

/** What was thrown as problem details; what is our fault is logged. */
function toProblem(error: unknown, endpoint: string, ports: FailurePorts): ProblemDetails {
  const code = error instanceof DomainError ? error.code : 'BROKEN'
  const status = ports.statusOf(code) ?? 500
  const common = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, code }
  if (error instanceof DomainError && status < 500)
    return { ...common, detail: error.message, ...moreOf(error) }
  const incident = reportFailure(error, endpoint, ports)
  return { ...common, detail: BROKEN, instance: `urn:twinchart:incident:${incident}` }
}

/** Logs an error of ours; returns the name it has there. */
export function reportFailure(error: unknown, endpoint: string, { log, chance }: FailurePorts): string {
  const incident = toHex(chance.bytes(8))
  log.failed({ incident, endpoint, error })
  return incident
}

function moreOf(error: DomainError): Partial<ProblemDetails> {
  const { fields } = error
  const retryAfter = error instanceof HttpError ? error.retryAfter : undefined
  return { ...(fields.length > 0 && { fields }), ...(retryAfter !== undefined && { retryAfter }) }
}

/** RFC 9110: a 401 names a scheme (section 15.5.2; ours is the session's cookie), a wait is told in seconds (10.2.3). */
function headersOf({ status, retryAfter }: ProblemDetails): PlainHeaders {
  return {
    ...(status === 401 ? { 'www-authenticate': 'Session realm="Twinchart"' } : {}),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  }
}
