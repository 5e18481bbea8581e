/** Everything the log can say: events by name, and the kinds of their fields. A new event is a line here. */
import { count, isOpaque, milliseconds, oneOf, type Kind } from './log-fields.ts'

/** The parts of a running Twinchart. */
export const parts = [
  'database',
  'migrations',
  'blobs',
  'keys',
  'ledger',
  'accounts',
  'demonstration',
  'housekeeping',
  'operator',
  'http',
] as const

export type PartName = (typeof parts)[number]

const part = oneOf(parts)

export const events = {
  'database-creating': {},
  'database-starting': {},
  'database-ready': {},
  'database-orphan-stopped': {},
  'database-stopped': {},
  'part-opened': { part, took: milliseconds },
  'part-closed': { part, took: milliseconds },
  'part-failed': { part },
  'part-hangs': { part },
  failed: {},
  started: { took: milliseconds },
  stopping: { why: oneOf(['SIGINT', 'SIGTERM', 'failure', 'request']) },
  stopped: { took: milliseconds },
  'message-undelivered': { channel: oneOf(['email', 'phone']) },
  'request-answered': { request: isOpaque, status: count, took: milliseconds },
  'request-failed': { request: isOpaque, status: count },
} as const satisfies Record<string, Readonly<Record<string, Kind<unknown>>>>

type Events = typeof events
export type EventName = keyof Events

/** The fields of an event, typed by their kinds. */
export type FieldsOf<Name extends EventName> = {
  readonly [Field in keyof Events[Name]]: Events[Name][Field] extends Kind<infer T> ? T : never
}
