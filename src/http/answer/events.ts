import { setTimeout as sleep } from 'node:timers/promises'

import type { z } from 'zod'

import { MINUTE, SECOND } from '#kernel'

import { toJson } from './json.ts'

const TIMES = {
  /** Shorter than the minute after which proxies hang up on silence. */
  heartbeat: 15 * SECOND,
  /** Then a stream ends and the browser comes again: it is admitted anew, or not. */
  longest: 10 * MINUTE,
}

const encoder = new TextEncoder()

/** Server-sent events (WHATWG HTML section 9.2), until the source ends, the page goes, or the stream is old. */
export async function* toEventStream(
  schema: z.ZodType,
  events: AsyncIterable<unknown>,
  gone: AbortSignal,
  strict: boolean,
  times = TIMES,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = events[Symbol.asyncIterator]()
  const over = AbortSignal.any([gone, AbortSignal.timeout(times.longest)])
  try {
    // The first bytes tell the page that from now on it hears everything.
    yield encoder.encode('retry: 1000\n\n')
    for (let next = source.next(); ;) {
      const came = await within(times.heartbeat, next, over)
      if (came?.done || over.aborted) return
      yield encoder.encode(came ? `data: ${toJson(schema, came.value, strict)}\n\n` : ':\n\n')
      if (came) next = source.next()
    }
  } finally {
    await source.return?.()
  }
}

/** What the promise gives in this time, else undefined. */
async function within<T>(time: number, promise: Promise<T>, over: AbortSignal): Promise<T | undefined> {
  const done = new AbortController()
  const silence = sleep(time, undefined, { signal: AbortSignal.any([over, done.signal]) })
  try {
    return await Promise.race([promise, silence.catch(() => undefined)])
  } finally {
    done.abort()
  }
}
