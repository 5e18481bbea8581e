/** `ledger`: transactions through check, finalise and commit, beside the least that each of them needs. */
import { isSignedBy, openSigner, seededChance, sha256, systemClock, taggedMessage, type Bytes } from '#kernel'
import { found, ledgerMigrations, openLedger } from '#ledger'
import { appendLeaves, openStrands, signTransaction } from '#ledger/model'

import { openBenchDatabase } from '../database.ts'
import { inTurn, rateOf, type BenchItem } from '../measure.ts'

const COUNT = 4_000
const REACH = 0.5
const CHAIN = 'twinchart-bench'

export const ledgerItem: BenchItem = {
  name: 'ledger',
  async measure(runs) {
    await using database = await openBenchDatabase([
      ...ledgerMigrations,
      { name: 'bench/1', sql: 'create table bench_reference (key bytea primary key, value bytea not null)' },
    ])
    const chance = seededChance('bench ledger')
    const home = openSigner(chance.bytes(32))
    const validator = openSigner(chance.bytes(32))
    const house = chance.bytes(16)
    const organisation = {
      id: house,
      kind: 'hospital',
      key: home.publicKey,
      number: 1000,
      state: 'active',
    } as const
    await using ledger = await openLedger({
      database,
      clock: systemClock,
      validator,
      home,
      transactions: [],
      projections: [],
      sources: [],
      signerFor: () => home,
      genesis: () =>
        found({
          chain: CHAIN,
          time: systemClock.now(),
          validator: validator.publicKey,
          authority: house,
          organisations: [{ ...organisation, details: new Uint8Array(32) }],
        }),
    })
    const strands = Array.from({ length: COUNT }, () => chance.bytes(32))
    for (let i = 0; i < COUNT; i += 500) {
      const openings = strands
        .slice(i, i + 500)
        .map((strand) => ({ strand, writer: house, kind: 'entries' as const }))
      await ledger.submit(openStrands, { openings }, { signer: home })
    }
    let first = 0
    const ours = async () => {
      const transactions = strands.map((strand) => {
        const body = appendLeaves.encode({ runs: [{ strand, first, leaves: [chance.bytes(32)] }] })
        return signTransaction({ chain: CHAIN, type: appendLeaves.type, version: 1, body }, home)
      })
      const rate = await rateOf(COUNT, () => Promise.all(transactions.map((each) => ledger.relay(each))))
      first += 1
      return rate
    }
    const messages = strands.map((strand) => taggedMessage('bench/1', strand))
    const signatures = messages.map((message) => home.sign(message))
    const write = { text: 'insert into bench_reference select * from unnest($1::bytea[], $2::bytea[])' }
    const reference = () =>
      rateOf(COUNT, async () => {
        const keys: Bytes[] = []
        for (const [i, message] of messages.entries()) {
          if (!isSignedBy(home.publicKey, message, signatures[i] ?? message)) throw new Error('not signed')
          keys.push(sha256(message, chance.bytes(8)))
        }
        await database.rows(write, [keys, messages])
      })
    const figure = await inTurn(runs, ours, reference)
    return {
      name: 'ledger',
      unit: 'transactions/s',
      ...figure,
      reach: `≥ ${REACH}`,
      ok: figure.ratio >= REACH,
      runs,
    }
  },
}
