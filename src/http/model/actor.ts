import type { StaffRole } from './caller.ts'

export const LANGUAGES = ['en', 'hi', 'kn'] as const
export type Language = (typeof LANGUAGES)[number]

interface Membership {
  readonly organisation: string
  readonly role: StaffRole
  readonly active: boolean
}

/** A practitioner whose licence is active now, and the organisations that registered this practitioner. */
interface Practice {
  readonly id: string
  readonly organisations: readonly string[]
}

/** Who is calling, read from the session once a request. */
export interface Actor {
  readonly person: string
  readonly session: string
  readonly memberships: readonly Membership[]
  /** `null` without an active licence. */
  readonly practitioner: Practice | null
  readonly officer: boolean
  readonly language: Language
}

export interface PractitionerActor extends Actor {
  readonly practitioner: Practice
}

export function isPractitioner(actor: Actor): actor is PractitionerActor {
  return actor.practitioner !== null
}

declare const sessionToken: unique symbol

/**
 * Names a session by a cookie or header whose seal was checked. Whether that session is still open is not known
 * yet: whoever holds only this must ask the database in the same statement that it reads with.
 */
export type SessionToken = string & { readonly [sessionToken]: true }

/** Whether a text has the form of a session's token; the seal around it is the authenticator's to check. */
export function isSessionToken(text: string): text is SessionToken {
  return /^[\w.~+/=-]{16,512}$/.test(text)
}
