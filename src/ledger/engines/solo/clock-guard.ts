import type { Clock } from '#kernel'

import { LedgerError } from '../../model/index.ts'

/** A clock that jumps further than this against the monotonic one stops the engine until an operator confirms. */
const MOST_DRIFT = 60_000

/** Watches the wall clock: rules use block time, so a clock set wrongly would open or close what it should not. */
export class ClockGuard {
  readonly #clock: Clock
  #offset: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#offset = this.#difference()
  }

  check(): void {
    if (Math.abs(this.#jumped()) <= MOST_DRIFT) return
    throw new LedgerError(
      'CLOCK_JUMPED',
      'the clock of this machine jumped: set it right, then: twinchart clock confirm',
    )
  }

  /** The operator has looked: the clock is right as it is now. Answers by how much it had jumped. */
  confirm(): number {
    const jumped = this.#jumped()
    this.#offset += jumped
    return Math.round(jumped)
  }

  #jumped(): number {
    return this.#difference() - this.#offset
  }

  #difference(): number {
    return this.#clock.now() - performance.now()
  }
}
