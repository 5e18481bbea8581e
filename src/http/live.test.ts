import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Database } from '#storage'

import { keepsRelay } from '../../test/contracts/relay.ts'
import { newActor, serveRoutes } from '../../test/serve-routes.ts'
import { openTestDatabase } from '../../test/support.ts'
import { liveRoutes, openEventHub, openMemoryRelay } from './index.ts'
import { SESSION_ENDED } from './model/index.ts'

const clerk = { organisation: 'hospital', role: 'records-clerk', active: true } as const
const asha = newActor('asha', { memberships: [clerk, { ...clerk, organisation: 'clinic', active: false }] })
const ravi = newActor('ravi')

/** What an open page hears. */
class Page {
  readonly heard: string[] = []
  readonly ended: Promise<void>
  constructor(answer: Response) {
    this.ended = this.#listen(answer)
  }
  async #listen({ body }: Response): Promise<void> {
    const decoder = new TextDecoder()
    for await (const chunk of body ?? []) this.heard.push(decoder.decode(chunk))
  }
}

async function openPages(relay = openMemoryRelay()) {
  const hub = await openEventHub(relay)
  const served = await serveRoutes(liveRoutes(hub), [asha, ravi])
  const open = async (session: string) => new Page(await served.ask('/api/events', { session }))
  const stack = new AsyncDisposableStack()
  stack.use(served)
  stack.use(hub)
  return { hub, served, open, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

describe('in memory', () => keepsRelay(async () => openMemoryRelay()))

describe('among servers', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  keepsRelay(async () => openTestDatabase())

  it('an event reaches a page that another server holds, within a second', async () => {
    await using here = await openPages(database)
    await using there = await openPages(database)
    const page = await there.open(asha.session)
    const sent = Date.now()
    await here.hub.publish('asha', 'consent.revoked', 'consent-1')
    await vi.waitFor(() => expect(page.heard.join('')).toContain('consent-1'), { interval: 5 })
    expect(Date.now() - sent).toBeLessThan(1_000)
  })

  it('an event leaves when its transaction commits, and never when it does not', async () => {
    await using pages = await openPages(database)
    const page = await pages.open(asha.session)
    await database.transaction(async (session) => {
      await pages.hub.publish('asha', 'consent.granted', 'kept', session)
      expect(page.heard.join('')).not.toContain('kept')
    })
    const failed = database.transaction(async (session) => {
      await pages.hub.publish('asha', 'consent.granted', 'dropped', session)
      throw new Error('not this time')
    })
    await expect(failed).rejects.toThrow('not this time')
    await pages.hub.publish('asha', 'consent.granted', 'last')
    await vi.waitFor(() => expect(page.heard.join('')).toMatch(/kept.*last/s))
    expect(page.heard.join('')).not.toContain('dropped')
  })
})

describe('an open page', () => {
  it('hears what concerns its person, session and organisations, and nothing else', async () => {
    await using pages = await openPages()
    const page = await pages.open(asha.session)
    for (const topic of ['asha', 'ravi', 'clinic', 'hospital', asha.session]) {
      await pages.hub.publish(topic, 'thing.changed', topic)
    }
    await vi.waitFor(() => expect(page.heard.join('')).toContain(asha.session))
    expect(page.heard.join('')).toBe(
      'retry: 1000\n\n' +
        'data: {"kind":"thing.changed","id":"asha"}\n\n' +
        'data: {"kind":"thing.changed","id":"hospital"}\n\n' +
        `data: {"kind":"thing.changed","id":"${asha.session}"}\n\n`,
    )
  })

  it('is closed when its session ends, and told so before', async () => {
    await using pages = await openPages()
    const [page, other] = [await pages.open(asha.session), await pages.open(ravi.session)]
    await pages.hub.publish(asha.session, SESSION_ENDED)
    await page.ended
    expect(page.heard.at(-1)).toBe(`data: {"kind":"${SESSION_ENDED}","id":""}\n\n`)
    await pages.hub.publish('ravi', 'thing.changed')
    await vi.waitFor(() => expect(other.heard).toHaveLength(2))
  })

  it('is closed when the server stops', async () => {
    const pages = await openPages()
    const page = await pages.open(asha.session)
    await pages[Symbol.asyncDispose]()
    await page.ended
  })

  it('is refused to strangers', async () => {
    await using pages = await openPages()
    expect((await pages.served.ask('/api/events')).status).toBe(401)
  })
})

describe('a subscription', () => {
  const going = () => new AbortController()

  async function heardBy(events: AsyncIterable<unknown>): Promise<readonly unknown[]> {
    return Array.fromAsync(events)
  }

  it('says a thing once, however often it happened before the page looked', async () => {
    await using hub = await openEventHub(openMemoryRelay())
    const gone = going()
    const events = hub.subscribe(asha, gone.signal)
    for (let times = 0; times < 1_000; times++) await hub.publish('asha', 'chart.changed', 'asha')
    gone.abort()
    expect(await heardBy(events)).toEqual([{ kind: 'chart.changed', id: 'asha' }])
  })

  it('says that all was missed, rather than grow without end', async () => {
    await using hub = await openEventHub(openMemoryRelay())
    const gone = going()
    const events = hub.subscribe(asha, gone.signal)
    for (let times = 0; times < 257; times++) await hub.publish('asha', 'chart.changed', `entry-${times}`)
    gone.abort()
    expect(await heardBy(events)).toEqual([{ kind: 'events.missed', id: '' }])
  })

  it('says that all was missed when the relay comes back', async () => {
    const relay = openMemoryRelay()
    const hearers: Parameters<typeof relay.listen>[1][] = []
    await using hub = await openEventHub({
      ...relay,
      async listen(channel, hearer) {
        hearers.push(hearer)
        return relay.listen(channel, hearer)
      },
    })
    const gone = going()
    const events = hub.subscribe(asha, gone.signal)
    hearers[0]?.resumed()
    gone.abort()
    expect(await heardBy(events)).toEqual([{ kind: 'events.missed', id: '' }])
  })

  it('says that all was missed where a newer server tells what this one does not understand', async () => {
    const relay = openMemoryRelay()
    await using hub = await openEventHub(relay)
    const gone = going()
    const events = hub.subscribe(asha, gone.signal)
    await relay.notify('live', '{"topics":["asha"]}')
    await relay.notify('live', 'not JSON')
    gone.abort()
    expect(await heardBy(events)).toEqual([{ kind: 'events.missed', id: '' }])
  })

  it('refuses an event that says more than a word and an id', async () => {
    await using hub = await openEventHub(openMemoryRelay())
    await expect(hub.publish('asha', 'Diabetes found')).rejects.toThrow()
    await expect(hub.publish('asha', 'chart.changed', 'Asha Rao')).rejects.toThrow()
  })
})
