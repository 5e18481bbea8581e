import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { seededChance } from '#kernel'
import type { Database } from '#storage'

import { organisationEntry, smallChart } from '../../fixtures/bundles.ts'
import { run, start, type Running } from '../../fixtures/command.ts'
import { openTestNode, PUBLIC_URL, type Folder } from '../../fixtures/node.ts'
import type { ServedRoutes } from '../../serve-routes.ts'
import { ChainSeen } from './chain-seen.ts'
import {
  databaseProcess,
  DEATHS,
  die,
  endDatabase,
  openInside,
  pathWithoutGuard,
  type Death,
} from './death.ts'
import { halfCharts, keptBundles, untilKept } from './import-under-way.ts'
import { openPairs, settle, untilClaimed, visitOn, type Pair } from './visits-under-way.ts'

const IMPORTS = 8
const VISITS = 12
const CHARTS = 240
const WEIGHTS = 3
const PAIRS = 6
/** In the middle of which the node dies, by their addresses; `claimed`: as soon as a consent is seen between two states. */
const STEPS = ['/prepare', 'claimed', '/revoke', '/allow', '/readings', 'claimed'] as const

const reportSchema = z.object({ patients: z.array(z.object({ healthId: z.string(), was: z.string() })) })

/** When each dies, the same in every run: what it had reached then differs, and nothing here depends on it. */
const chance = seededChance('twenty deaths')
const below = (most: number) => new DataView(Uint8Array.from(chance.bytes(4)).buffer).getUint32(0) % most

const chain = new ChainSeen()
const started: Running[] = []
let folder: Folder
let unguarded: string
beforeAll(async () => {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'twinchart-kill-')))
  folder = { data, databaseUrl: null }
  unguarded = await pathWithoutGuard(await mkdtemp(join(data, 'programs-')))
})
afterAll(async () => {
  for (const running of started) await die(running, 'with its database')
  await endDatabase(folder.data)
  await rm(folder.data, { recursive: true, force: true })
})

function deathOf(trial: number): Death {
  return DEATHS[trial % DEATHS.length] ?? 'alone'
}

function startDying(death: Death, ...words: readonly string[]): Running {
  const running = start(death === 'before its database' ? { ...folder, path: unguarded } : folder, ...words)
  started.push(running)
  return running
}

/** How often a start found a database that had been left behind. */
async function orphansStopped(): Promise<number> {
  const log = await readFile(join(folder.data, 'log/twinchart.log'), 'utf8').catch(() => '')
  return log.split('database-orphan-stopped').length - 1
}

/** Dies, and shows that what was left behind is what that death leaves; answers how many orphans the next start finds. */
async function dieOf(death: Death, running: Running): Promise<number> {
  const before = await orphansStopped()
  const isKilled = await die(running, death)
  if (!isKilled || death !== 'before its database') return before
  expect(await databaseProcess(folder.data)).toBeDefined()
  return before + 1
}

describe('an import', () => {
  const house = organisationEntry('Sahyadri')
  const file = () => join(folder.data, 'charts.ndjson')
  let kept: ReadonlySet<string> = new Set()

  it('is not hindered by a death before there was anything', async () => {
    const charts = Array.from({ length: CHARTS }, (_, i) => smallChart(`Family ${i}`, WEIGHTS, house))
    await writeFile(file(), charts.join('\n'))
    const running = startDying('with its database', 'import', file())
    while (!existsSync(join(folder.data, 'postgres'))) await sleep(5)
    await sleep(below(1500))
    await die(running, 'with its database')
  })

  it('has lost nothing and left nothing in half after every death', async () => {
    let orphans = 0
    for (let trial = 0; trial < IMPORTS; trial++) {
      const death = deathOf(trial)
      const running = startDying(death, 'import', file())
      await using database = await openInside(folder.data, running)
      expect(await orphansStopped()).toBeGreaterThanOrEqual(orphans)
      expect([...kept.difference(await keptBundles(database))]).toEqual([])
      expect(await halfCharts(database, WEIGHTS + 1)).toEqual([])
      await chain.look(database)
      kept = await untilKept(database, running, kept.size + below(20))
      await sleep(below(100))
      orphans = await dieOf(death, running)
    }
    expect(kept.size).toBeGreaterThan(0)
  }, 240_000)

  it('goes on where it was and ends with the same totals', async () => {
    const { code, json } = await run(folder, 'import', file())
    expect(code).toBe(0)
    expect(json).toMatchObject({
      bundles: CHARTS,
      resources: { Patient: CHARTS, Observation: CHARTS * WEIGHTS, Organization: 1 },
      refused: [],
    })
    const { patients } = reportSchema.parse(json)
    expect(new Set(patients.map(({ healthId }) => healthId)).size).toBe(CHARTS)
    expect(patients.filter(({ was }) => was === 'same').length).toBeGreaterThanOrEqual(kept.size)
    expect(patients.filter(({ was }) => was === 'known')).toEqual([])
  }, 120_000)
})

describe('a consent', () => {
  let port: number
  let pairs: readonly Pair[]
  let heard = (_: string) => {}
  const served: ServedRoutes = {
    url: new URL(PUBLIC_URL),
    failures: [],
    ask: (path, { session: _, ...init } = {}) => {
      heard(path)
      return fetch(new URL(path, `http://localhost:${port}`), init)
    },
    [Symbol.asyncDispose]: async () => {},
  }

  beforeAll(async () => {
    port = await freePort()
    await using world = await openTestNode(folder)
    pairs = await openPairs(world, served, PAIRS)
  }, 60_000)

  it('is as was told after every death, and nothing waits for ever', async () => {
    let running = await serve('alone')
    for (let trial = 0; trial < VISITS; trial++) {
      await using database = await openInside(folder.data, running)
      await chain.look(database)
      const visiting = pairs.filter((_, i) => i % 2 === trial % 2)
      const over = Promise.all(visiting.map(visitOn))
      await Promise.race([over, momentOf(trial, visiting.length, database)])
      const orphans = await dieOf(deathOf(trial), running)
      await over
      running = await serve(deathOf(trial + 1))
      expect(await orphansStopped()).toBeGreaterThanOrEqual(orphans)
      await Promise.all(visiting.map(settle))
    }
    await Promise.all(pairs.map(settle))
    const over = Promise.all(pairs.map(visitOn))
    await Promise.race([over, called('allow', pairs.length)])
    running.stop()
    // Whoever does not stop in ten seconds ends with 1 (supervisor.ts).
    expect(await running.ended).toMatchObject({ code: 0 })
    await over
  }, 240_000)

  async function serve(death: Death): Promise<Running> {
    const running = startDying(death, 'start', '--port', String(port), '--public-url', PUBLIC_URL)
    let isOver = false
    void running.ended.then(() => (isOver = true))
    for (;;) {
      const isReady = await fetch(`http://localhost:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isReady) return running
      if (isOver) throw new Error(`the node ended: ${running.err()}`)
      await sleep(20)
    }
  }

  async function momentOf(trial: number, visits: number, database: Database): Promise<void> {
    const step = STEPS[trial % STEPS.length]
    // Not every visit is caught between two states: after some it dies all the same.
    if (step === 'claimed') return Promise.race([untilClaimed(database), called('/readings', 2 * visits)])
    await called(step ?? '', 1 + below(visits))
    await sleep(below(15))
  }

  /** Resolves when a step was begun so often from now on. */
  function called(step: string, times: number): Promise<void> {
    let left = times
    return new Promise((resolve) => {
      heard = (path) => {
        if (path.includes(step) && --left === 0) resolve()
      }
    })
  }
})

it('leaves data that is as it was written', async () => {
  const { code, json } = await run(folder, 'fsck')
  expect(json).toMatchObject({ ok: true, findings: [] })
  expect(code).toBe(0)
}, 120_000)

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('the machine gave no port')
  return address.port
}
