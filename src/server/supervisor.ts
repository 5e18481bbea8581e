import type { Log } from './log.ts'
import type { PartName } from './log-events.ts'

/** A graceful stop takes no longer than this. */
const PATIENCE = 10_000

/** One Ctrl-C comes more than once: from the terminal, and again through npm and our own launcher. */
const SAME_GESTURE = 1_000

/** Something open that the node cannot do without. */
export interface OpenPart extends AsyncDisposable {
  /** Settles where the part ends by itself, which stops the node. */
  readonly failed?: Promise<unknown>
}

export interface Part<T extends OpenPart> {
  readonly name: PartName
  open(stopping: AbortSignal): Promise<T>
}

/** What a start has in hand. */
export interface Supervisor {
  /** Aborts when the node begins to stop. */
  readonly stopping: AbortSignal
  /** Opens a part, to be closed before all that were opened earlier. */
  open<T extends OpenPart>(part: Part<T>): Promise<T>
  /** Takes a promise that nobody awaits: where it fails, the node stops. */
  watch(part: PartName, work: Promise<unknown>): void
  /** Stops the node as a signal would. */
  stop(): void
}

/**
 * Starts a node and keeps it until SIGINT, SIGTERM or a failure, then closes its parts, last opened first. Another signal
 * after a second ends the process at once, and so does a part that does not close in time. Throws what made it stop, if it was a failure.
 */
export async function supervise(
  start: (supervisor: Supervisor) => Promise<void>,
  log: Log,
  patience: number = PATIENCE,
): Promise<void> {
  const keeper = new Keeper(log)
  using listening = new DisposableStack()
  listening.use(listen(keeper))
  const starting = keeper.begin(start)
  const why = await keeper.why
  const began = performance.now()
  log.info('stopping', { why })
  const late = setTimeout(() => keeper.giveUp(), patience)
  await starting
  await keeper.closeAll()
  clearTimeout(late)
  log.info('stopped', { took: performance.now() - began })
  if (keeper.failures.length > 0) throw keeper.failures[0]
}

type Why = 'SIGINT' | 'SIGTERM' | 'failure' | 'request'

interface Kept {
  readonly name: PartName
  readonly part: OpenPart
}

class Keeper implements Supervisor {
  readonly #log: Log
  readonly #kept: Kept[] = []
  readonly #aborter = new AbortController()
  #heardAt: number | undefined
  readonly #why = Promise.withResolvers<Why>()
  readonly stopping = this.#aborter.signal
  readonly why = this.#why.promise
  readonly failures: unknown[] = []

  constructor(log: Log) {
    this.#log = log
  }

  async begin(start: (supervisor: Supervisor) => Promise<void>): Promise<void> {
    const began = performance.now()
    try {
      await start(this)
      this.#log.info('started', { took: performance.now() - began })
    } catch (error) {
      this.fail(error)
    }
  }

  async open<T extends OpenPart>({ name, open }: Part<T>): Promise<T> {
    this.stopping.throwIfAborted()
    const began = performance.now()
    const part = await open(this.stopping).catch((error: unknown) => this.#refuse(error, name))
    this.#kept.push({ name, part })
    this.#log.info('part-opened', { part: name, took: performance.now() - began })
    if (part.failed) this.watch(name, part.failed.then(ended))
    return part
  }

  watch(part: PartName, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!this.stopping.aborted) this.fail(error, part)
    })
  }

  stop(): void {
    this.#end('request')
  }

  /** Keeps the first failure; a start that is told to stop fails with that, which is none. */
  fail(error: unknown, part?: PartName): void {
    if (error === this.stopping.reason || this.failures.includes(error)) return
    if (part) this.#log.error('part-failed', error, { part })
    else this.#log.error('failed', error)
    this.failures.push(error)
    this.#end('failure')
  }

  hear(signal: 'SIGINT' | 'SIGTERM'): void {
    this.#heardAt ??= performance.now()
    if (performance.now() - this.#heardAt > SAME_GESTURE) process.exit(1)
    this.#end(signal)
  }

  async closeAll(): Promise<void> {
    for (let last = this.#kept.at(-1); last; last = this.#kept.at(-1)) {
      await this.#close(last)
      this.#kept.pop()
    }
  }

  /** The part that hangs is the last that is still kept. */
  giveUp(): never {
    const hanging = this.#kept.at(-1)
    if (hanging) this.#log.warn('part-hangs', { part: hanging.name })
    process.exit(1)
  }

  async #close({ name, part }: Kept): Promise<void> {
    const began = performance.now()
    try {
      await part[Symbol.asyncDispose]()
      this.#log.info('part-closed', { part: name, took: performance.now() - began })
    } catch (error) {
      this.fail(error, name)
    }
  }

  #refuse(error: unknown, part: PartName): never {
    this.fail(error, part)
    throw error
  }

  #end(why: Why): void {
    this.#why.resolve(why)
    this.#aborter.abort()
  }
}

function ended(): never {
  throw new Error('a part of the node ended by itself')
}

function listen(keeper: Keeper): Disposable {
  const listeners = {
    SIGINT: () => keeper.hear('SIGINT'),
    SIGTERM: () => keeper.hear('SIGTERM'),
    uncaughtException: (error: unknown) => keeper.fail(error),
    unhandledRejection: (error: unknown) => keeper.fail(error),
  }
  const entries = Object.entries(listeners)
  for (const [event, listener] of entries) process.on(event, listener)
  return {
    [Symbol.dispose]() {
      for (const [event, listener] of entries) process.off(event, listener)
    },
  }
}
