import type { Language, StaffRole } from '#http/model'
import type { OrganisationKind } from '#ledger/model'
import type { Session } from '#storage'

import type { Channel, OrganisationState, System, Theme } from './model/index.ts'

/** Ids of persons are UUIDs; those of organisations and practitioners the ledger's 16 bytes; instants are milliseconds. */
export interface IdentityTables {
  'identity.person': {
    person: string
    /** The name under which better-auth knows the person; null for one who has no account (yet). */
    handle: string | null
    health_id: Uint8Array
    sealed: Uint8Array
    language: Language
    theme: Theme
    created_at: number
    /** When the account was verified; nobody signs in before. */
    verified_at: number | null
  }
  'identity.contact': {
    person: string
    channel: Channel
    lookup: Uint8Array
    sealed: Uint8Array
    /** Null until its code was given. At most one of a channel is verified. */
    verified_at: number | null
  }
  'identity.photo': { person: string; sealed: Uint8Array; changed_at: number }
  'identity.code': {
    subject: string
    digest: Uint8Array
    mac: Uint8Array
    tries: number
    expires_at: number
  }
  /** How often something was done to one contact lately, whether there is anybody or not. */
  'identity.count': { lookup: Uint8Array; since: number; times: number }
  'identity.organisation': {
    organisation: Uint8Array
    kind: OrganisationKind
    /** The public code of its counters. */
    code: string
    sealed: Uint8Array
    salt: Uint8Array
    state: OrganisationState
    version: number
    /** The number of the node it runs, where it runs one. */
    number: number | null
    applied_by: string | null
    applied_at: number
    decided_at: number | null
    reason: Uint8Array | null
  }
  'identity.membership': { organisation: Uint8Array; person: string; role: StaffRole; since: number }
  'identity.invitation': {
    invitation: string
    organisation: Uint8Array
    lookup: Uint8Array
    sealed: Uint8Array
    roles: readonly StaffRole[]
    /** Null for what the operator's command line invites. */
    invited_by: string | null
    at: number
    state: 'open' | 'accepted' | 'refused' | 'withdrawn'
  }
  'identity.licence_application': {
    application: string
    person: string
    system: System
    valid_until: number
    /** Finds a council's number again. */
    number: Uint8Array
    claim: Uint8Array
    scan: Uint8Array | null
    scan_type: string | null
    state: 'draft' | 'waiting' | 'approved' | 'refused'
    applied_at: number
    decided_by: string | null
    decided_at: number | null
    reason: Uint8Array | null
    /** The practitioner ID it was approved under. */
    practitioner: Uint8Array | null
  }
  /** The ledger's licences, with whose they are where this node knows it. */
  'identity.licence': {
    practitioner: Uint8Array
    person: string | null
    application: string | null
    system: System
    issued_at: number
    valid_until: number
    version: number
    held_at: number | null
    held_until: number | null
    suspended_at: number | null
    /** Commitment to the order that stopped it. */
    order_commitment: Uint8Array | null
  }
  'identity.licence_order': {
    id: string
    practitioner: Uint8Array
    kind: 'hold' | 'suspend' | 'reinstate'
    sealed: Uint8Array
    commitment: Uint8Array
    proposed_by: string
    proposed_at: number
    confirmed_by: string | null
    confirmed_at: number | null
    state: 'proposed' | 'final' | 'withdrawn'
  }
  'identity.registration': {
    organisation: Uint8Array
    person: string
    since: number
    method: 'scan' | 'code' | 'import'
  }
  /** A clerk's question; `person` is null where it named nobody, which only the table knows. */
  'identity.registration_request': {
    request: string
    organisation: Uint8Array
    person: string | null
    expires_at: number
  }
  'identity.queue_day': { organisation: Uint8Array; day: string; last: number }
  'identity.queue_token': {
    token: string
    organisation: Uint8Array
    day: string
    number: number
    person: string
    state: 'waiting' | 'closed'
    at: number
  }
  'identity.message': { message: string; at: number; sealed: Uint8Array }
}

/** Typed queries on identity's tables. */
export function identityTables(session: Session): ReturnType<typeof session.tables<IdentityTables>> {
  return session.tables<IdentityTables>()
}
