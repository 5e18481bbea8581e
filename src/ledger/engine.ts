import type { Bytes, Instant } from '#kernel'

import type { LightBlock, StateReader, StateTree } from './model/index.ts'

/** Where a transaction was applied. */
export interface Included {
  readonly height: number
  readonly position: number
  readonly time: Instant
}

/** A state that a signed header speaks for: the header's app hash is the root of this tree. */
export interface Provable {
  readonly head: LightBlock
  readonly tree: StateTree
}

/** What orders transactions into blocks and runs them through the state machine. */
export interface Engine extends AsyncDisposable {
  readonly chain: string
  /**
   * Resolves when the transaction is in a final block and was applied. Throws `Refused` with the code of the rule it
   * broke, `LedgerError` where it is not well formed.
   */
  submit(transaction: Bytes): Promise<Included>
  /** The operator says that the clock is right as it is now; answers by how many milliseconds it had jumped. */
  confirmClock(): number
  /** The state after the last final block. */
  state(): StateReader
  /** The last state that a header has signed; waits until it contains everything that was final before the call. */
  provable(): Promise<Provable>
}
