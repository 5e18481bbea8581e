/** What was recorded once is what the state machine makes of it today, everywhere and however it is cut. See README.md. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { fromUtf8, sha256, toHex, toInstant, uint64, type Bytes } from '#kernel'
import { decodeLightBlock, histories, readEnvelope, stateRoot, putValue, getValue } from '#ledger/model'

import { chainFile } from './file.ts'
import { newState, replayStored, stored } from './replay.ts'
import { types } from './types.ts'

const ELSEWHERE = fileURLToPath(new URL('replay-elsewhere.ts', import.meta.url))
const replayedSchema = z.object({
  locale: z.string(),
  timeZone: z.string(),
  replayed: z.array(z.object({ appHash: z.string(), refusals: z.array(z.string()) })),
})

const acts = stored.blocks.flatMap(({ transactions }) => transactions)
const recorded = {
  appHashes: stored.blocks.map(({ appHash }) => toHex(appHash)),
  refusals: stored.blocks.map(({ transactions }) => transactions.map(({ refused }) => refused)),
}

describe('the recorded chain', () => {
  it('has every type of transaction, applied and refused', () => {
    const table = types.map(({ type, version }) => `${type}.${version}`).toSorted()
    expect([...new Set(namesOf((refused) => refused === ''))].toSorted()).toEqual(table)
    expect(table.filter((name) => !namesOf((refused) => refused !== '').includes(name))).toEqual([])
  })

  it('has every refusal that stands in the machine and its rules', () => {
    expect(new Set(acts.map(({ refused }) => refused).filter(Boolean))).toEqual(new Set(refusalsInRules()))
  })

  it('leaves the recorded app hash at every height, refuses what was refused, and is signed', () => {
    const replayed = replayStored()
    expect(replayed.map(({ appHash }) => appHash)).toEqual(recorded.appHashes)
    expect(replayed.map(({ refusals }) => refusals)).toEqual(recorded.refusals)
    expect(replayed.flatMap(({ damage }) => damage)).toEqual([])
  })

  it('is still made, byte for byte, by what makes transactions and blocks today', () => {
    expect(chainFile()).toBe(readFileSync(new URL('chain.json', import.meta.url), 'utf8'))
  })

  it.each([
    ['tr_TR.UTF-8', 'Asia/Kolkata', 'tr-TR'],
    ['kn_IN.UTF-8', 'America/St_Johns', 'kn-IN'],
  ])('is the same in the locale %s and the time zone %s', (language, timeZone, locale) => {
    const env = { ...process.env, LANG: language, LC_ALL: language, TZ: timeZone }
    const found = replayedSchema.parse(
      JSON.parse(execFileSync(process.execPath, [ELSEWHERE], { env, encoding: 'utf8' })),
    )
    expect([found.locale, found.timeZone]).toEqual([locale, zoneNow(timeZone)])
    expect(found.replayed.map(({ appHash }) => appHash)).toEqual(recorded.appHashes)
    expect(found.replayed.map(({ refusals }) => refusals)).toEqual(recorded.refusals)
  })
})

describe('the same transactions at the same times', () => {
  const HISTORY = histories.keyOf('history')

  it('leave the same state in whatever blocks they come, but for the History of those blocks', () => {
    const last = newState()
    for (const block of recordedBlocks()) last.apply(block)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(6)), (sizes) => {
        const cut = newState()
        const refusals = cutBlocks(sizes).flatMap((block) => cut.apply(block))
        expect(refusals).toEqual(recorded.refusals.flat())
        const history = getValue(last.tree, HISTORY) ?? new Uint8Array(0)
        expect(toHex(stateRoot(putValue(cut.tree, HISTORY, history)))).toBe(recorded.appHashes.at(-1))
      }),
      { numRuns: 15 },
    )
  })

  it('leave the same app hash at every height where they come in the same blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), (sizes) => {
        const [one, other] = [newState(), newState()]
        for (const block of cutBlocks(sizes.values())) {
          expect(one.apply(block)).toEqual(other.apply(block))
          expect(toHex(stateRoot(one.tree))).toBe(toHex(stateRoot(other.tree)))
        }
      }),
      { numRuns: 10 },
    )
  })
})

function recordedBlocks() {
  return stored.blocks.map(({ height, light, transactions }) => {
    const { header, commit } = decodeLightBlock(light)
    const { time } = header
    return { height, time, hash: commit.blockId.hash, transactions: transactions.map(({ bytes }) => bytes) }
  })
}

/** The recorded transactions, each at its time, in blocks of these sizes; what is left over comes at once. */
function cutBlocks(sizes: Iterator<number>) {
  return recordedBlocks()
    .flatMap(({ time, transactions }) => cut(transactions, sizes).map((part) => ({ time, part })))
    .map(({ time, part }, i) => ({
      height: i + 1,
      time: toInstant(time),
      hash: sha256(uint64(i)),
      transactions: part,
    }))
}

function cut(transactions: readonly Bytes[], sizes: Iterator<number>): readonly (readonly Bytes[])[] {
  const { value: size = transactions.length, done = false } = sizes.next()
  if (done || size >= transactions.length) return [transactions]
  return [transactions.slice(0, size), ...cut(transactions.slice(size), sizes)]
}

/** The types of those that can be read. */
function namesOf(isMeant: (refused: string) => boolean): readonly string[] {
  return acts
    .filter(({ refused }) => isMeant(refused) && refused !== 'MALFORMED_TRANSACTION')
    .map(({ bytes }) => readEnvelope(bytes).intent)
    .map(({ type, version }) => `${fromUtf8(type)}.${version}`)
}

/** The codes of all `throw new …Error('CODE'` in the machine and in files of transactions. */
function refusalsInRules(): readonly string[] {
  const machine = ['machine', 'transaction', 'members', 'strands'].map((name) => `ledger/model/${name}.ts`)
  const rules = ['identity/model', 'consent/model'].flatMap((folder) =>
    readdirSync(source(folder))
      .filter((name) => name.endsWith('transactions.ts'))
      .map((name) => `${folder}/${name}`),
  )
  return [...machine, ...rules].flatMap((path) =>
    [...readFileSync(source(path), 'utf8').matchAll(/new \w+Error\(\s*'([A-Z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  )
}

function source(path: string): string {
  return fileURLToPath(new URL(`../../../src/${path}`, import.meta.url))
}

/** The name that this machine's data gives a zone: Asia/Kolkata is Asia/Calcutta in older ones. */
function zoneNow(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
}
