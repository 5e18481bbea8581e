import { afterEach, describe, expect, it } from 'vitest'

import {
  MINUTE,
  openSigner,
  seededChance,
  sha256,
  systemClock,
  toInstant,
  toUtf8,
  type Bytes,
  type Clock,
} from '#kernel'
import type { Database } from '#storage'

import { openTestDatabase } from '../../test/support.ts'
import {
  found,
  ledgerMigrations,
  openLedger,
  strandsOf,
  takeRoom,
  type Ledger,
  type LeafSource,
} from './index.ts'
import {
  appendLeaves,
  hashLeaf,
  LedgerError,
  MerkleLevels,
  openStrands,
  readSignedHead,
  Refused,
  strandId,
  strands,
  verifyInclusion,
  verifyState,
} from './model/index.ts'

const chance = seededChance('ledger')
const home = openSigner(chance.bytes(32))
const stranger = openSigner(chance.bytes(32))
const validator = openSigner(chance.bytes(32))
const hospital = chance.bytes(16)
const chart = '00000000-0000-4000-8000-000000000001'
const secret = chance.bytes(32)

const leafAt = (index: number): Bytes => sha256(toUtf8(`entry ${index}`))
const source: LeafSource = {
  kind: 'entries',
  leaves: async (_, stretches) =>
    stretches.map(({ from, upto }) => Array.from({ length: upto - from }, (_, i) => leafAt(from + i))),
}

async function open(database: Database, clock: Clock = systemClock): Promise<Ledger> {
  return openLedger({
    database,
    clock,
    validator,
    home,
    transactions: [],
    projections: [],
    sources: [source],
    signerFor: () => home,
    genesis: () =>
      found({
        chain: 'twinchart-test',
        time: systemClock.now(),
        validator: validator.publicKey,
        authority: hospital,
        organisations: [
          {
            id: hospital,
            kind: 'hospital',
            key: home.publicKey,
            number: 1000,
            state: 'active',
            details: chance.bytes(32),
          },
        ],
      }),
  })
}

async function write(database: Database, count: number): Promise<void> {
  await database.transaction((session) =>
    takeRoom(session, { chart, kind: 'entries', writer: hospital }, count, (i) => strandId(secret, i)),
  )
}

describe('the ledger with one validator', () => {
  const opened = new AsyncDisposableStack()
  let stack = opened
  afterEach(async () => {
    await stack.disposeAsync()
    stack = new AsyncDisposableStack()
  })

  async function start(): Promise<{ database: Database; ledger: Ledger }> {
    const database = stack.use(await openTestDatabase(ledgerMigrations))
    return { database, ledger: stack.use(await open(database)) }
  }

  it('carries durable leaves to their strand and proves each of them under a signed head', async () => {
    const { database, ledger } = await start()
    await write(database, 5)
    await ledger.settle()
    const id = strandId(secret, 0)
    const proof = await ledger.prove(strands.keyOf(id))
    const head = readSignedHead('twinchart-test', proof.head)
    expect(head && verifyState(head, strands.keyOf(id), proof)).toBe(true)
    const strand = strands.decode(proof.value ?? new Uint8Array(0))
    expect(strand).toMatchObject({ count: 5, kind: 'entries' })
    const levels = new MerkleLevels(Array.from({ length: 5 }, (_, i) => hashLeaf(leafAt(i))))
    const path = levels.inclusion(3)
    expect(verifyInclusion(levels.head(), 3, hashLeaf(leafAt(3)), path)).toBe(true)
    expect(levels.head(5).count).toBe(strand.count)
  })

  it('proves that a chart has no further strand', async () => {
    const { database, ledger } = await start()
    await write(database, 1)
    await ledger.settle()
    const key = strands.keyOf(strandId(secret, 1))
    const proof = await ledger.prove(key)
    const head = readSignedHead('twinchart-test', proof.head)
    expect(proof.value).toBe(null)
    expect(head && verifyState(head, key, proof)).toBe(true)
  })

  it('goes on after a restart where it was, with what waited carried', async () => {
    const database = stack.use(await openTestDatabase(ledgerMigrations))
    const first = await open(database)
    await write(database, 3)
    await first[Symbol.asyncDispose]()
    await write(database, 4)
    const ledger = stack.use(await open(database))
    await ledger.settle()
    expect(strands.get(ledger.state(), strandId(secret, 0))?.count).toBe(7)
    expect(await strandsOf(database, chart)).toMatchObject([{ next: 7, anchored: 7, refusal: null }])
  })

  it('makes no block while nothing happens', async () => {
    const { ledger } = await start()
    const before = await ledger.provable()
    await ledger.settle()
    expect((await ledger.provable()).head.header.height).toBe(before.head.header.height)
  })

  it('refuses a run that does not follow the last leaf, and leaves no trace of it', async () => {
    const { ledger } = await start()
    const id = strandId(secret, 0)
    await ledger.submit(
      openStrands,
      { openings: [{ strand: id, writer: hospital, kind: 'entries' }] },
      { signer: home },
    )
    const gap = { runs: [{ strand: id, first: 1, leaves: [leafAt(1)] }] }
    await expect(ledger.submit(appendLeaves, gap, { signer: home })).rejects.toThrow(
      expect.objectContaining({ code: 'WRONG_INDEX' }),
    )
    expect(strands.get(ledger.state(), id)?.count).toBe(0)
  })

  it('refuses a key that is nobody on the ledger before it makes a block', async () => {
    const { ledger } = await start()
    const before = (await ledger.provable()).head.header.height
    const opening = {
      openings: [{ strand: strandId(secret, 0), writer: hospital, kind: 'entries' as const }],
    }
    await expect(ledger.submit(openStrands, opening, { signer: stranger })).rejects.toThrow(LedgerError)
    expect((await ledger.provable()).head.header.height).toBe(before)
  })

  it('takes nothing while its clock has jumped, and goes on when somebody says that it is right', async () => {
    const database = stack.use(await openTestDatabase(ledgerMigrations))
    let ahead = 0
    const ledger = stack.use(await open(database, { now: () => toInstant(systemClock.now() + ahead) }))
    const submit = (ordinal: number) => {
      const openings = [{ strand: strandId(secret, ordinal), writer: hospital, kind: 'entries' as const }]
      return ledger.submit(openStrands, { openings }, { signer: home })
    }
    ahead = MINUTE / 2
    await submit(7)
    ahead = 2 * MINUTE
    await expect(submit(8)).rejects.toThrow(expect.objectContaining({ code: 'CLOCK_JUMPED' }))
    await write(database, 2)
    await expect(ledger.settle()).rejects.toThrow(expect.objectContaining({ code: 'CLOCK_JUMPED' }))
    const jumped = ledger.confirmClock()
    expect([jumped > MINUTE, jumped < 3 * MINUTE]).toEqual([true, true])
    await ledger.settle()
    await submit(8)
    expect(strands.get(ledger.state(), strandId(secret, 0))?.count).toBe(2)
    ahead = 0
    await expect(submit(9)).rejects.toThrow(expect.objectContaining({ code: 'CLOCK_JUMPED' }))
    expect(Math.abs(ledger.confirmClock())).toBeGreaterThan(MINUTE)
    await submit(9)
  })

  it('lets no second server drive it', async () => {
    const { database } = await start()
    await expect(open(database)).rejects.toThrow(expect.objectContaining({ code: 'LEDGER_BUSY' }))
  })

  it('says with which code a rule was broken', () => {
    expect(new Refused('WRONG_INDEX')).toMatchObject({ code: 'WRONG_INDEX' })
  })
})
