import { describe, expect, it } from 'vitest'

import { sha256, uint64 } from '#kernel'

import { openHistory, recordBlock, verifyRecorded } from './history.ts'
import { EMPTY_FRONTIER, headOf } from './merkle-frontier.ts'
import { verifyConsistency } from './merkle-proof.ts'

const blocks = Array.from({ length: 100 }, (_, height) => sha256(uint64(height)))
const blockAt = (index: number) => blocks[index] ?? sha256()
const headAt = (count: number) => headOf(blocks.slice(0, count).reduce(recordBlock, EMPTY_FRONTIER))
const history = openHistory(blocks)

describe('from one head', () => {
  it('every block recorded before is proved', () => {
    const claims = blocks.map((block, index) =>
      verifyRecorded(headAt(100), index, block, history.inclusion(index)),
    )
    expect(claims).toEqual(Array(100).fill(true))
  })

  it('no block is proved that was recorded elsewhere, later or never', () => {
    expect(verifyRecorded(headAt(100), 41, blockAt(42), history.inclusion(42))).toBe(false)
    expect(verifyRecorded(headAt(42), 42, blockAt(42), history.inclusion(42))).toBe(false)
    expect(verifyRecorded(headAt(100), 42, sha256(uint64(1000)), history.inclusion(42))).toBe(false)
  })
})

describe('two heads', () => {
  it('fit when nothing between them was rewritten', () => {
    expect(verifyConsistency(headAt(42), headAt(100), history.consistency(42))).toBe(true)
  })

  it('do not fit when a block before the earlier one was exchanged, dropped or slipped in', () => {
    for (const forged of [
      blocks.with(7, sha256()),
      blocks.toSpliced(7, 1),
      blocks.toSpliced(7, 0, sha256()),
    ]) {
      const fork = openHistory(forged)
      expect(verifyConsistency(headAt(42), fork.head(), fork.consistency(42))).toBe(false)
    }
  })
})
