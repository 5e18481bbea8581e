import { EVENTS_MISSED, SESSION_ENDED, type LiveEvent } from './model/index.ts'

/** A page that reads slower than this many different events come is told to read everything again instead. */
const MOST_WAITING = 256

/** The events that wait for one open page. */
export class Subscription implements AsyncIterableIterator<LiveEvent> {
  readonly #waiting = new Map<string, LiveEvent>()
  readonly #onEnd: () => void
  #wake = Promise.withResolvers<void>()
  #ended = false

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  push(event: LiveEvent): void {
    if (this.#ended) return
    if (this.#waiting.size >= MOST_WAITING) this.#replaceAll()
    else this.#waiting.set(`${event.kind} ${event.id}`, event)
    if (event.kind === SESSION_ENDED) this.end()
    this.#wake.resolve()
  }

  /** Ends it; what waits is still told. */
  end(): void {
    this.#ended = true
    this.#wake.resolve()
    this.#onEnd()
  }

  async next(): Promise<IteratorResult<LiveEvent, undefined>> {
    while (this.#waiting.size === 0 && !this.#ended) {
      await this.#wake.promise
      this.#wake = Promise.withResolvers()
    }
    return this.#take()
  }

  async return(): Promise<IteratorResult<LiveEvent, undefined>> {
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #take(): IteratorResult<LiveEvent, undefined> {
    for (const [key, value] of this.#waiting) {
      this.#waiting.delete(key)
      return { done: false, value }
    }
    return { done: true, value: undefined }
  }

  #replaceAll(): void {
    this.#waiting.clear()
    this.#waiting.set(EVENTS_MISSED, { kind: EVENTS_MISSED, id: '' })
  }
}
