import { z } from 'zod'

/** Roles an organisation gives its staff. */
export const STAFF_ROLES = [
  'administrator',
  'records-clerk',
  'nurse',
  'pharmacist',
  'analyst',
  'practitioner',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Who may call at all. What of a patient or an organisation they then reach is decided by the domain, from values it
 * was given: `session` leaves even the session to the domain's own statement.
 */
export type Caller =
  | { readonly who: 'anyone' }
  | { readonly who: 'session' }
  | { readonly who: 'person' }
  | { readonly who: 'practitioner' }
  | { readonly who: 'officer' }
  /** Staff, in one of these roles, of the organisation that the path names as `:organisation`. */
  | { readonly who: 'staff'; readonly roles: readonly StaffRole[] }

/** How often one caller may: `guess` for whatever can be guessed, `write`, `read`, and `bulk` for imports and exports. */
export type Limit = 'guess' | 'write' | 'read' | 'bulk'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What is sent beside JSON: nothing, raw bytes of one of these media types, or a form with files. */
export type Upload = 'json' | 'bytes' | 'form'

/** What comes back: JSON after the schema, bytes (a picture, a PDF, an export), or server-sent events. */
export type Returns = 'json' | 'bytes' | 'events'

/** An endpoint as a value: the server serves it, the browser calls it, OpenAPI describes it, a matrix tests it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** `subject.verb`, unique. */
  readonly name: string
  readonly method: Method
  /** Under `/api`, with `:name` for parameters. */
  readonly path: `/api/${string}`
  readonly summary: string
  readonly caller: Caller
  readonly limit: Limit
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  readonly upload: Upload
  readonly returns: Returns
  /** Codes of the refusals that the domain may answer with, beside the common ones. */
  readonly refusals: readonly string[]
}

const none = z.strictObject({})
export type None = typeof none

type Described<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Pick<
  Endpoint,
  'name' | 'method' | 'path' | 'summary' | 'caller'
> &
  Partial<Pick<Endpoint, 'limit' | 'upload' | 'returns' | 'refusals'>> & {
    readonly params?: P
    readonly query?: Q
    readonly body?: B
    readonly answer?: A
  }

/** An endpoint from its description; what is not said is an empty object, JSON, and the limit of its method. */
export function defineEndpoint<
  P extends z.ZodType = None,
  Q extends z.ZodType = None,
  B extends z.ZodType = None,
  A extends z.ZodType = None,
>(described: Described<P, Q, B, A>): Endpoint<P, Q, B, A>
export function defineEndpoint(described: Described<z.ZodType, z.ZodType, z.ZodType, z.ZodType>): Endpoint {
  return {
    limit: described.method === 'GET' ? 'read' : 'write',
    upload: 'json',
    returns: 'json',
    refusals: [],
    ...described,
    params: described.params ?? none,
    query: described.query ?? none,
    body: described.body ?? none,
    answer: described.answer ?? none,
  }
}
