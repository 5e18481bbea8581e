import { setTimeout as sleep } from 'node:timers/promises'

import type { z } from 'zod'

import { MINUTE, SECOND } from '#kernel'

import { toJson } from './json.ts'

/** Shorter than the minute after which proxies hang up on silence. */
const HEARTBEAT = 15 * SECOND

/** A stream ends after this long and the browser comes again: then it is admitted anew, or not. */
const LONGEST = 10 * MINUTE

const encoder = new TextEncoder()

/** Server-sent events (WHATWG HTML section 9.2), until the source ends, the page goes, or the stream is old. */
export async function* toEventStream(
  schema: z.ZodType,
  events: AsyncIterable<unknown>,
  gone: AbortSignal,
  strict: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = events[Symbol.asyncIterator]()
  const over = AbortSignal.any([gone, AbortSignal.timeout(LONGEST)])
  try {
    // The first bytes tell the page that from now on it hears everything.
    yield encoder.encode('retry: 1000\n\n')
    for (let next = source.next(); ;) {
      const came = await beforeHeartbeat(next, over)
      if (came?.done || over.aborted) return
      yield encoder.encode(came ? `data: ${toJson(schema, came.value, strict)}\n\n` : ':\n\n')
      if (came) next = source.next()
    }
  } finally {
    await source.return?.()
  }
}

/** What the promise gives, or undefined where it is time for a heartbeat or the stream is over. */
async function beforeHeartbeat<T>(promise: Promise<T>, over: AbortSignal): Promise<T | undefined> {
  const done = new AbortController()
  const signal = AbortSignal.any([over, done.signal])
  const silence = sleep(HEARTBEAT, undefined, { signal }).catch(() => undefined)
  try {
    return await Promise.race([promise, silence])
  } finally {
    done.abort()
  }
}
