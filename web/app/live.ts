/**
 * News from the server (server-sent events): that something changed, never what. The browser comes again by itself when
 * a stream ends; where the server refuses or is gone for longer, we do, ever more slowly.
 */
import { EVENTS_MISSED, SESSION_ENDED, liveEndpoint, liveEventSchema, type LiveEvent } from '#http/model'
import { MINUTE, SECOND } from '#kernel'

export interface LiveHandlers {
  /** Something of this kind changed. */
  changed(event: LiveEvent): void
  /** News may have been missed. */
  missed(): void
  /** Whoever was signed in here is so no longer. */
  signedOut(): void
  /** The server refused the stream: perhaps whoever was signed in is so no longer. */
  refused(): void
  /** Whether news arrives; that it does not is told once it lasts. */
  connected(is: boolean): void
}

/** What we need of `EventSource`. */
export interface Stream extends EventTarget {
  readonly readyState: number
  close(): void
}

interface LivePorts {
  open(url: string): Stream
  /** A number from 0 to 1, so that pages do not all come back in the same instant. */
  chance(): number
}

const CLOSED = 2
const FIRST_WAIT = SECOND
const LONGEST_WAIT = MINUTE

/** A stream ends every few minutes and is back in a second: nobody needs to hear of that. */
const WORTH_SAYING = 5 * SECOND

const browser: LivePorts = { open: (url) => new EventSource(url), chance: () => Math.random() }

/** Listens until it is closed. */
export class Live {
  readonly #handlers: LiveHandlers
  readonly #ports: LivePorts
  #stream: Stream | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #hasBeenOpen = false

  constructor(handlers: LiveHandlers, ports: LivePorts = browser) {
    this.#handlers = handlers
    this.#ports = ports
    this.#open()
  }

  /** Comes again at once, where it waits: the network is back. */
  hurry(): void {
    if (this.#timer !== undefined) this.#open()
  }

  close(): void {
    clearTimeout(this.#silence)
    this.#hangUp()
  }

  #hangUp(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#stream?.close()
  }

  #open(): void {
    this.#hangUp()
    const stream = this.#ports.open(liveEndpoint.path)
    stream.addEventListener('open', () => this.#opened())
    stream.addEventListener('message', (message) => this.#hear(message))
    stream.addEventListener('error', () => this.#failed(stream))
    this.#stream = stream
  }

  #opened(): void {
    this.#failures = 0
    clearTimeout(this.#silence)
    this.#silence = undefined
    this.#handlers.connected(true)
    if (this.#hasBeenOpen) this.#handlers.missed()
    this.#hasBeenOpen = true
  }

  #hear(message: Event): void {
    if (!(message instanceof MessageEvent)) return
    const event = liveEventSchema.parse(JSON.parse(String(message.data)))
    if (event.kind === SESSION_ENDED) this.#end()
    else if (event.kind === EVENTS_MISSED) this.#handlers.missed()
    else this.#handlers.changed(event)
  }

  #end(): void {
    this.close()
    this.#handlers.signedOut()
  }

  #failed(stream: Stream): void {
    this.#silence ??= setTimeout(() => this.#handlers.connected(false), WORTH_SAYING)
    if (stream.readyState !== CLOSED) return
    this.#handlers.refused()
    this.#timer = setTimeout(() => this.#open(), waitAfter(this.#failures++, this.#ports.chance()))
  }
}

/** Twice as long each time, up to a minute, and up to half of it less by chance. */
export function waitAfter(failures: number, chance: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (1 - chance / 2)
}
