import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemChance, systemClock, toHex, toUtf8 } from '#kernel'
import type { Database } from '#storage'

import { keepsBuckets } from '../../../test/contracts/buckets.ts'
import { newActor, serveRoutes } from '../../../test/serve-routes.ts'
import { openTestDatabase } from '../../../test/support.ts'
import {
  limitMigrations,
  newLimiter,
  openMemoryBuckets,
  openPostgresBuckets,
  serve,
  type Buckets,
} from '../index.ts'
import { defineEndpoint, problemSchema } from '../model/index.ts'

describe('in memory', () => {
  keepsBuckets(async () => openMemoryBuckets())
})

describe('in PostgreSQL', () => {
  const key = systemChance.bytes(32)
  const allowance = { burst: 1, every: 60_000 }
  let database: Database

  beforeAll(async () => {
    database = await openTestDatabase(limitMigrations)
  })
  afterAll(() => database.close())

  async function openEmpty(): Promise<Buckets> {
    await database.rows({ text: 'truncate http_bucket' })
    return openPostgresBuckets(database, key)
  }

  keepsBuckets(openEmpty)

  it('are shared by servers and outlive them', async () => {
    const buckets = await openEmpty()
    await buckets.take('a', allowance, systemClock.now())
    expect(await openPostgresBuckets(database, key).take('a', allowance, systemClock.now())).toBeGreaterThan(
      0,
    )
  })

  it('hold no address that could be read or guessed', async () => {
    const buckets = await openEmpty()
    await buckets.take('guess 192.0.2.7', allowance, systemClock.now())
    const [row] = await database.rows<{ readonly key: Uint8Array }>({ text: 'select key from http_bucket' })
    expect(row?.key).toHaveLength(32)
    expect(toHex(row?.key ?? toUtf8(''))).not.toContain(toHex(toUtf8('192.0.2.7')))
  })

  it('are forgotten when they are full again', async () => {
    const buckets = await openEmpty()
    for (let caller = 0; caller < 999; caller += 1)
      await buckets.take(`${caller}`, { burst: 1, every: 1 }, systemClock.now())
    await buckets.take('last', allowance, systemClock.now())
    const [row] = await database.rows<{ readonly count: number }>({
      text: 'select count(*) from http_bucket',
    })
    expect(row?.count).toBeLessThan(50)
  })
})

describe('an endpoint', () => {
  const guess = serve(
    defineEndpoint({
      name: 'code.enter',
      method: 'POST',
      path: '/api/code',
      summary: 'Takes a guess.',
      caller: { who: 'anyone' },
      limit: 'guess',
    }),
    () => ({}),
  )
  const allowance = { burst: 3, every: 60_000 }
  const allowances = { guess: allowance, write: allowance, read: allowance, bulk: allowance }
  const [asha, ravi] = [newActor('asha'), newActor('ravi')]

  function newServer(buckets: Buckets = openMemoryBuckets(), proxyHeader?: string) {
    const all = { guess: buckets, write: buckets, read: buckets, bulk: buckets }
    const settings = { publicUrl: new URL('http://localhost'), hosts: [], strictAnswers: true }
    return serveRoutes([guess], [asha, ravi], {
      limiter: newLimiter(allowances, all, systemClock),
      settings: { ...settings, ...(proxyHeader === undefined ? {} : { proxyHeader }) },
    })
  }

  it('refuses who guesses too often, says when to come back, and harms nobody else', async () => {
    await using served = await newServer()
    const ask = (session?: string) =>
      served.ask('/api/code', { method: 'POST', ...(session === undefined ? {} : { session }) })
    for (let tries = 0; tries < 3; tries++) expect((await ask(asha.session)).status).toBe(200)
    const refused = await ask(asha.session)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(problemSchema.parse(await refused.json())).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfter: 60,
    })
    expect((await ask(ravi.session)).status).toBe(200)
    expect((await ask()).status).toBe(200)
  })

  it('counts strangers by their network, and no header of theirs moves them to another', async () => {
    await using served = await newServer()
    const statuses = []
    for (let tries = 0; tries < 5; tries++) {
      const headers = {
        'x-forwarded-for': `192.0.2.${tries}`,
        forwarded: `for=192.0.2.${tries}`,
        authorization: `Session ${tries}`,
      }
      statuses.push((await served.ask('/api/code', { method: 'POST', headers })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('counts strangers by what the proxy tells, where there is one', async () => {
    await using served = await newServer(openMemoryBuckets(), 'x-forwarded-for')
    const ask = async (address: string) =>
      (await served.ask('/api/code', { method: 'POST', headers: { 'x-forwarded-for': address } })).status
    for (let tries = 0; tries < 3; tries++) await ask('192.0.2.7')
    expect(await ask('192.0.2.7')).toBe(429)
    expect(await ask('spoofed, 192.0.2.7')).toBe(429)
    expect(await ask('192.0.2.8')).toBe(200)
  })

  it('answers nobody while tries cannot be counted', async () => {
    await using served = await newServer({ take: () => Promise.reject(new Error('the database is away')) })
    expect((await served.ask('/api/code', { method: 'POST' })).status).toBe(500)
  })
})
