/** What an endpoint may refuse with: the codes that it names, and those that its door, its body and its limit have. */
import type { HttpCode } from './errors.ts'
import type { FailurePorts, Status } from './failure.ts'
import type { Caller, Endpoint, Upload } from './model/index.ts'

/** Whoever comes, whatever for: for a page of another site, with a query that does not fit, too often. */
const ALWAYS: readonly HttpCode[] = ['CROSS_SITE', 'INVALID_INPUT', 'TOO_MANY_REQUESTS']

const BY_CALLER: Readonly<Record<Caller['who'], readonly HttpCode[]>> = {
  anyone: [],
  /** Whom the session is, `practitionerOf` says later. */
  session: ['SIGN_IN_FIRST', 'NOT_ALLOWED'],
  person: ['SIGN_IN_FIRST'],
  practitioner: ['SIGN_IN_FIRST', 'NOT_ALLOWED'],
  officer: ['SIGN_IN_FIRST', 'NOT_ALLOWED'],
  staff: ['SIGN_IN_FIRST', 'NOT_ALLOWED'],
}

const BY_UPLOAD: Readonly<Record<Upload, readonly HttpCode[]>> = {
  json: ['BODY_TOO_LARGE', 'MALFORMED_BODY', 'WRONG_MEDIA_TYPE'],
  bytes: ['BODY_TOO_LARGE', 'WRONG_MEDIA_TYPE'],
  form: ['BODY_TOO_LARGE', 'MALFORMED_BODY', 'WRONG_MEDIA_TYPE'],
}

/** The codes of an endpoint's refusals by their status; one that has none is a mistake of ours. */
export function refusalsOf(
  endpoint: Endpoint,
  statusOf: FailurePorts['statusOf'],
): ReadonlyMap<Status, readonly string[]> {
  const codes = new Set([...commonOf(endpoint), ...endpoint.refusals])
  return Map.groupBy(codes, (code) => {
    const status = statusOf(code)
    if (status === undefined) throw new Error(`${endpoint.name} refuses with ${code}, which has no status`)
    return status
  })
}

/** An id that cannot be one names nothing, nor does an organisation of others. */
function commonOf({ path, method, caller, upload }: Endpoint): readonly HttpCode[] {
  const hidden: readonly HttpCode[] = path.includes('/:') ? ['NOT_FOUND'] : []
  return [...ALWAYS, ...BY_CALLER[caller.who], ...hidden, ...(method === 'GET' ? [] : BY_UPLOAD[upload])]
}
