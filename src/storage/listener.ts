import { setTimeout as sleep } from 'node:timers/promises'

import { escapeIdentifier, type Client, type Notification } from 'pg'

import { connect } from './connection.ts'
import { Turns } from './turns.ts'

const PAUSE = 250

/** Somebody who listens on a channel. */
export interface Hearer {
  heard(message: string): void
  /** The connection was lost and is back: messages may have passed unheard. */
  resumed(): void
}

/** One connection that hears for everybody in this process, and comes back when it breaks. */
export class Listener implements AsyncDisposable {
  readonly #url: string
  readonly #hearers = new Map<string, Set<Hearer>>()
  readonly #turns = new Turns()
  readonly #closing = new AbortController()
  #client = Promise.withResolvers<Client>()
  #running: Promise<void> | undefined

  constructor(url: string) {
    this.#url = url
  }

  /** From when this returns, messages on the channel are heard, until disposed. */
  async listen(channel: string, hearer: Hearer): Promise<Disposable> {
    const hearers = this.#hearers.get(channel) ?? new Set()
    this.#hearers.set(channel, hearers.add(hearer))
    this.#running ??= this.#run()
    await this.#turns.take(async () => listenTo(await this.#client.promise, channel))
    return { [Symbol.dispose]: () => void hearers.delete(hearer) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    for (let again = false; !this.#closing.signal.aborted; again = true) {
      await this.#hearUntilBroken(again).catch(() => {})
      await sleep(PAUSE, undefined, { signal: this.#closing.signal }).catch(() => {})
    }
    this.#client.promise.catch(() => {})
    this.#client.reject(new Error('the database was closed'))
  }

  async #hearUntilBroken(again: boolean): Promise<void> {
    await using connection = await connect(this.#url)
    connection.client.on('notification', (message) => this.#tell(message))
    for (const channel of this.#hearers.keys()) await listenTo(connection.client, channel)
    this.#client.resolve(connection.client)
    if (again) this.#everybody().forEach((hearer) => hearer.resumed())
    await Promise.race([connection.gone, aborted(this.#closing.signal)])
    this.#client = Promise.withResolvers()
  }

  #everybody(): readonly Hearer[] {
    return this.#hearers
      .values()
      .flatMap((hearers) => hearers)
      .toArray()
  }

  #tell({ channel, payload = '' }: Notification): void {
    for (const hearer of this.#hearers.get(channel) ?? []) hearer.heard(payload)
  }
}

async function listenTo(client: Client, channel: string): Promise<void> {
  await client.query(`listen ${escapeIdentifier(channel)}`)
}

async function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
