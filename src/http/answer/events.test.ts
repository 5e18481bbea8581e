import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { toEventStream } from './events.ts'

const schema = z.strictObject({ n: z.int() })
const never = new AbortController().signal

async function textOf(frames: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  return (await Array.fromAsync(frames, (frame) => decoder.decode(frame))).join('')
}

describe('a stream of events', () => {
  it('says each, and that it is still there while there is none', async () => {
    async function* events() {
      yield { n: 1 }
      await sleep(50)
      yield { n: 2 }
    }
    const text = await textOf(toEventStream(schema, events(), never, true, { heartbeat: 20, longest: 5_000 }))
    expect(text).toMatch(/^retry: 1000\n\ndata: \{"n":1\}\n\n(:\n\n)+data: \{"n":2\}\n\n$/)
  })

  it('ends when it is old, so that who listens is admitted anew', async () => {
    let isLeft = false
    const silent = {
      next: () => new Promise<IteratorResult<{ n: number }>>(() => {}),
      async return() {
        isLeft = true
        return { done: true, value: undefined } as const
      },
      [Symbol.asyncIterator]: () => silent,
    }
    expect(await textOf(toEventStream(schema, silent, never, true, { heartbeat: 5_000, longest: 30 }))).toBe(
      'retry: 1000\n\n',
    )
    expect(isLeft).toBe(true)
  })

  it('breaks rather than say what its schema does not name', async () => {
    async function* events() {
      yield { n: 1, name: 'Asha' }
    }
    await expect(textOf(toEventStream(schema, events(), never, true))).rejects.toThrow(/does not fit/)
  })
})
