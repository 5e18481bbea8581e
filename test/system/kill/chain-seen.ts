/** The chain as it was seen so far: whatever dies, it only grows. */
import { expect } from 'vitest'

import { toHex, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { goThroughChain } from '../../../src/server/fsck/chain.ts'
import { Notes } from '../../../src/server/fsck/report.ts'

const HEADERS = { text: 'select height, hash from ledger.block order by height' }

export class ChainSeen {
  #seen: readonly string[] = []

  /** Replays the chain from genesis: every app hash, every leaf; and all blocks that were seen before are there still. */
  async look(session: Session): Promise<void> {
    const headers = await session.rows<{ height: number; hash: Bytes }>(HEADERS)
    expect(headers.map(({ height }) => height)).toEqual(headers.map((_, i) => i + 1))
    const hashes = headers.map(({ hash }) => toHex(hash))
    expect(hashes.slice(0, this.#seen.length)).toEqual(this.#seen)
    this.#seen = hashes
    // A chain is begun before its first block.
    if (hashes.length === 0) return
    const notes = new Notes()
    const chain = await goThroughChain(session, notes, () => {})
    expect(notes.report(false, []).findings).toEqual([])
    expect(chain).toBeDefined()
  }
}
