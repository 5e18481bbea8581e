import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SECOND } from '#kernel'
import { DraftKeeper, type Failure, type Kept } from './draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that keeps the newest version, and whatever comes between. */
function server() {
  const kept: string[] = []
  const answers: (() => Promise<Kept>)[] = []
  let version = 0
  const ports = {
    async save(text: string, from: number): Promise<Kept> {
      const answer = answers.shift()
      if (answer) return answer()
      if (from !== version) throw new Error('changed')
      kept.push(text)
      version += 1
      return { savedAt: Date.now(), version }
    },
    whyFailed: (error: unknown): Failure => {
      const message = error instanceof Error ? error.message : ''
      return message === 'changed' || message === 'refused' ? message : 'no-answer'
    },
  }
  return { kept, answers, ports, elsewhere: () => (version += 1) }
}

function open(ports: ReturnType<typeof server>['ports']) {
  return new DraftKeeper<string>(ports, { version: 0, savedAt: null })
}

it('is kept once, after a pause', async () => {
  const { kept, ports } = server()
  const draft = open(ports)
  draft.keep('f')
  draft.keep('fe')
  await vi.advanceTimersByTimeAsync(500)
  draft.keep('fev')
  expect(draft.state()).toEqual({ step: 'typing' })
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(kept).toEqual(['fev'])
  expect(draft.state().step).toBe('kept')
})

it('is kept while somebody types on and on', async () => {
  const { kept, ports } = server()
  const draft = open(ports)
  for (let at = 0; at < 20; at++) {
    draft.keep(String(at))
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(kept.length).toBeGreaterThan(2)
})

it('is not safe until it is kept', async () => {
  const { ports } = server()
  const draft = open(ports)
  expect(draft.isSafe).toBe(true)
  draft.keep('fever')
  expect(draft.isSafe).toBe(false)
  await draft.flush()
  expect(draft.isSafe).toBe(true)
})

it('sends one after the other, and the last is what is kept', async () => {
  const { kept, answers, ports } = server()
  const draft = open(ports)
  const slow = Promise.withResolvers<Kept>()
  answers.push(() => slow.promise)
  draft.keep('first')
  await vi.advanceTimersByTimeAsync(SECOND)
  draft.keep('second')
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(kept).toEqual([])
  slow.resolve({ savedAt: 1, version: 0 })
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(kept).toEqual(['second'])
})

it('tries again by itself where no answer came, with what was typed since', async () => {
  const { kept, answers, ports } = server()
  const draft = open(ports)
  answers.push(() => Promise.reject(new Error('offline')))
  draft.keep('fever')
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(draft.state()).toEqual({ step: 'failed', why: 'no-answer' })
  draft.keep('fever, cough')
  await vi.advanceTimersByTimeAsync(5 * SECOND)
  expect(kept).toEqual(['fever, cough'])
  expect(draft.state().step).toBe('kept')
})

it('does not write over what another page kept, until somebody says so', async () => {
  const { kept, ports, elsewhere } = server()
  const draft = open(ports)
  elsewhere()
  draft.keep('mine')
  await vi.advanceTimersByTimeAsync(SECOND)
  draft.keep('mine, longer')
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  expect(kept).toEqual([])
  expect(draft.state()).toEqual({ step: 'failed', why: 'changed' })
  await draft.overwrite(1)
  expect(kept).toEqual(['mine, longer'])
})

it('does not ask again and again what was refused', async () => {
  const { answers, ports } = server()
  const save = vi.spyOn(ports, 'save')
  const draft = open(ports)
  answers.push(() => Promise.reject(new Error('refused')))
  draft.keep('fever')
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  expect(save).toHaveBeenCalledOnce()
})

it('sends nothing more once it is stopped', async () => {
  const { kept, ports } = server()
  const draft = open(ports)
  draft.keep('fever')
  draft.stop()
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  expect(kept).toEqual([])
})

it('tells whoever listens, until they no longer do', async () => {
  const { ports } = server()
  const draft = open(ports)
  const listener = vi.fn<() => void>()
  const leave = draft.subscribe(listener)
  draft.keep('fever')
  expect(listener).toHaveBeenCalledOnce()
  leave()
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(listener).toHaveBeenCalledOnce()
})
