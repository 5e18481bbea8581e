import type { Clock } from '#kernel'

interface Kept<T> {
  readonly value: Promise<T>
  readonly until: number
}

const MOST = 10_000

/** Remembers answers for a while, so that what every line names is not looked up for every line. */
export class Remembered<T> {
  readonly #kept = new Map<string, Kept<T>>()
  readonly #lasts: number
  readonly #clock: Clock
  readonly #find: (key: string) => Promise<T>

  constructor(lasts: number, clock: Clock, find: (key: string) => Promise<T>) {
    this.#lasts = lasts
    this.#clock = clock
    this.#find = find
  }

  get(key: string): Promise<T> {
    const now = this.#clock.now()
    const known = this.#kept.get(key)
    if (known && now < known.until) return known.value
    if (this.#kept.size >= MOST) this.#kept.clear()
    const value = this.#find(key)
    this.#kept.set(key, { value, until: now + this.#lasts })
    // What failed is asked again.
    value.catch(() => this.#kept.delete(key))
    return value
  }
}
