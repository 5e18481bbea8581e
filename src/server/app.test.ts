import { setTimeout as sleep } from 'node:timers/promises'

import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'

import * as consent from '#consent/model'
import * as exchange from '#exchange/model'
import { toOpenApi } from '#http'
import { liveEndpoint, type Endpoint } from '#http/model'
import * as identity from '#identity/model'
import * as records from '#records/model'

import { serveRoutes } from '../../test/serve-routes.ts'
import { statusOf } from './problems.ts'

describe('health', () => {
  const well = { name: 'database', isReady: async () => true }

  it('is alive whatever its parts do', async () => {
    const broken = { name: 'ledger', isReady: () => Promise.reject(new Error('gone')) }
    await using served = await serveRoutes([], [], { health: [broken] })
    expect((await served.ask('/health/live')).status).toBe(200)
  })

  it('is ready when all parts are', async () => {
    await using served = await serveRoutes([], [], { health: [well] })
    const answer = await served.ask('/health/ready')
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, parts: { database: true } }])
  })

  it.each([
    ['says no', async () => false],
    ['breaks', () => Promise.reject(new Error('gone'))],
    ['never answers', () => new Promise<boolean>(() => {})],
  ])('is not ready while a part %s, and names it', async (_, isReady) => {
    await using served = await serveRoutes([], [], { health: [well, { name: 'ledger', isReady }] })
    const answer = await served.ask('/health/ready')
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { ready: false, parts: { database: true, ledger: false } },
    ])
  })

  it('asks its parts once for all who ask at the same time', async () => {
    let asked = 0
    const counting = async () => {
      asked += 1
      await sleep(50)
      return true
    }
    await using served = await serveRoutes([], [], { health: [{ name: 'ledger', isReady: counting }] })
    await Promise.all(Array.from({ length: 10 }, () => served.ask('/health/ready')))
    expect(asked).toBeLessThan(5)
  })
})

describe('what nobody serves', () => {
  it('is a problem, without the app too', async () => {
    await using served = await serveRoutes([])
    for (const path of ['/', '/api/nothing', '/anything']) {
      const answer = await served.ask(path, { headers: { accept: 'text/html' } })
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }])
    }
  })
})

describe('the status of a code', () => {
  it('is what the table says, and of a code in no table nothing', () => {
    expect(statusOf('NO_SUCH_CONSENT')).toBe(404)
    expect(statusOf('toString')).toBeUndefined()
    expect(statusOf('__proto__')).toBeUndefined()
  })
})

describe('the description of every endpoint there is', () => {
  const isEndpoint = (value: unknown): value is Endpoint =>
    typeof value === 'object' && value !== null && 'caller' in value && 'refusals' in value
  const endpoints = [identity, consent, records, exchange]
    .flatMap((model) => Object.values(model))
    .filter(isEndpoint)

  it('keeps the rules of OpenAPI 3.1, with a status for each code that one refuses with', async () => {
    const info = { title: 'Twinchart', version: '0', sessionCookie: 'session' }
    const described = toOpenApi([...endpoints, liveEndpoint], info, statusOf)
    expect(endpoints.length).toBeGreaterThan(100)
    expect(await new Validator().validate({ ...described })).toMatchObject({ valid: true })
  })
})
