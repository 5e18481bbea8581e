import type { EventHub } from '#http'
import type { Chance, Clock } from '#kernel'
import type { Ledger } from '#ledger'
import type { RandomId } from '#ledger/model'
import type { Database, Session } from '#storage'

import type { Auth } from './auth/auth.ts'
import type { ConfirmationPorts } from './codes/confirmations.ts'

/** Tells open pages that something changed. */
export type Live = Pick<EventHub, 'publish'>

/** What has to end, in the same transaction, when somebody no longer works for an organisation. */
export type AtLeaving = (session: Session, organisation: RandomId, person: string) => Promise<void>

/** What identity's services are made of. */
export interface Context extends ConfirmationPorts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'submit' | 'signerFor'>
  readonly live: Live
  readonly auth: Auth
  readonly atLeaving: AtLeaving
  readonly clock: Clock
  readonly chance: Chance
  /** Where browsers find us, without a slash at the end. */
  readonly publicUrl: string
  /** The health authority on the ledger. */
  readonly authority: RandomId
}
