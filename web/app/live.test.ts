import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EVENTS_MISSED, SESSION_ENDED } from '#http/model'
import { Live, waitAfter, type LiveHandlers, type Stream } from './live.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What `EventSource` is to a page, with the server's side in our hands. */
class HeldStream extends EventTarget implements Stream {
  readyState = 0
  isClosed = false

  close(): void {
    this.isClosed = true
  }
}

function listening() {
  const streams: HeldStream[] = []
  const told: string[] = []
  const open = () => {
    const stream = new HeldStream()
    streams.push(stream)
    return stream
  }
  const handlers: LiveHandlers = {
    changed: ({ kind, id }) => void told.push(`${kind} ${id}`),
    missed: () => void told.push('missed'),
    signedOut: () => void told.push('signed out'),
    refused: () => void told.push('refused'),
    connected: (is) => void told.push(is ? 'connected' : 'cut'),
  }
  const live = new Live(handlers, { open, chance: () => 0 })
  const say = (event: object) =>
    streams.at(-1)?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
  const fail = (readyState: number) => {
    const stream = streams.at(-1)
    if (stream) stream.readyState = readyState
    stream?.dispatchEvent(new Event('error'))
  }
  const connect = () => streams.at(-1)?.dispatchEvent(new Event('open'))
  return { live, streams, told, say, fail, connect }
}

it('tells what changed', () => {
  const { told, say, connect } = listening()
  connect()
  say({ kind: 'consent.revoked', id: 'abc' })
  expect(told).toEqual(['connected', 'consent.revoked abc'])
})

it('tells that news was missed when the stream opens again, not the first time', () => {
  const { told, connect } = listening()
  connect()
  connect()
  expect(told).toEqual(['connected', 'connected', 'missed'])
})

it('tells that news was missed when the server says so', () => {
  const { told, say } = listening()
  say({ kind: EVENTS_MISSED, id: '' })
  expect(told).toEqual(['missed'])
})

it('leaves coming again to the browser while it tries', () => {
  const { streams, fail } = listening()
  fail(0)
  vi.advanceTimersByTime(120_000)
  expect(streams).toHaveLength(1)
})

it('comes again where the browser gives up, each time after twice as long', () => {
  const { streams, fail } = listening()
  for (const [wait, opened] of [
    [1_000, 2],
    [2_000, 3],
    [4_000, 4],
  ] as const) {
    fail(2)
    vi.advanceTimersByTime(wait - 1)
    expect(streams).toHaveLength(opened - 1)
    vi.advanceTimersByTime(1)
    expect(streams).toHaveLength(opened)
  }
})

it('tells each time that the server refuses it, and not that the network is away', () => {
  const { told, fail } = listening()
  fail(0)
  fail(2)
  vi.advanceTimersByTime(1_000)
  fail(2)
  expect(told).toEqual(['refused', 'refused'])
})

it('starts with short waits again once it was connected', () => {
  const { streams, fail, connect } = listening()
  fail(2)
  vi.advanceTimersByTime(1_000)
  connect()
  fail(2)
  vi.advanceTimersByTime(1_000)
  expect(streams).toHaveLength(3)
})

it('says that news does not arrive only where that lasts', () => {
  const { told, fail, connect } = listening()
  connect()
  fail(0)
  vi.advanceTimersByTime(1_000)
  connect()
  vi.advanceTimersByTime(60_000)
  expect(told).not.toContain('cut')
  fail(0)
  vi.advanceTimersByTime(5_000)
  expect(told.at(-1)).toBe('cut')
})

it('comes at once when told to hurry, but only where it waits', () => {
  const { live, streams, fail } = listening()
  live.hurry()
  expect(streams).toHaveLength(1)
  fail(2)
  live.hurry()
  expect(streams).toHaveLength(2)
  vi.advanceTimersByTime(120_000)
  expect(streams).toHaveLength(2)
})

it('stops when the session ends, and does not come again', () => {
  const { streams, told, say } = listening()
  say({ kind: SESSION_ENDED, id: '' })
  vi.advanceTimersByTime(120_000)
  expect(told).toEqual(['signed out'])
  expect(streams.map(({ isClosed }) => isClosed)).toEqual([true])
})

it('stops when it is closed, also while it waits', () => {
  const { live, streams, fail } = listening()
  fail(2)
  live.close()
  vi.advanceTimersByTime(120_000)
  expect(streams).toHaveLength(1)
})

it('waits a minute at most, and at least half of the wait', () => {
  expect(waitAfter(30, 0)).toBe(60_000)
  expect(waitAfter(30, 1)).toBe(30_000)
})
