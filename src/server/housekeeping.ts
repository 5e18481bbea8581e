/** What a node does by itself now and then: it forgets what has run out. */
import { DAY, HOUR } from '#kernel'
import { draftStore } from '#records'

import type { OpenNode } from './node.ts'
import type { Services } from './services.ts'

export function openHousekeeping(
  { database, identity, clock }: OpenNode,
  { records }: Services,
): AsyncDisposable & { readonly failed: Promise<unknown> } {
  const { promise: failed, reject } = Promise.withResolvers<unknown>()
  failed.catch(() => {})
  const drafts = draftStore(database, records.keys.drafts)
  const run = (work: () => Promise<void>) => () => void work().catch(reject)
  const timers = [
    setInterval(
      run(() => identity.tidy()),
      HOUR,
    ),
    setInterval(
      run(() => drafts.sweep(clock.now())),
      DAY,
    ),
  ]
  return {
    failed,
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
