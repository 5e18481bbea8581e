/** Keeps what is typed: soon after each pause, in order, again where it failed, and never over what another page kept. */
import { SECOND } from '#kernel'

/** How long nobody types before it is kept, and how long one may type on before it is kept all the same. */
const PAUSE = 0.8 * SECOND
const LONGEST = 3 * SECOND
const LONGEST_WAIT = 30 * SECOND

/** Why keeping came to nothing. `changed`: another page kept another text meanwhile. */
export type Failure = 'changed' | 'refused' | 'no-answer'

export type DraftState =
  | { readonly step: 'kept'; readonly at: number | null }
  | { readonly step: 'typing' | 'keeping' }
  | { readonly step: 'failed'; readonly why: Failure }

export interface Kept {
  readonly savedAt: number | null
  readonly version: number
}

export interface DraftPorts<Text> {
  save(text: Text, version: number): Promise<Kept>
  whyFailed(error: unknown): Failure
}

export class DraftKeeper<Text> {
  readonly #ports: DraftPorts<Text>
  readonly #listeners = new Set<() => void>()
  #state: DraftState
  #version: number
  #waiting: { readonly text: Text; readonly since: number } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | undefined
  #failures = 0

  constructor(ports: DraftPorts<Text>, { version, savedAt }: Kept) {
    this.#ports = ports
    this.#version = version
    this.#state = { step: 'kept', at: savedAt }
  }

  readonly state = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether everything typed is kept: the page may go. */
  get isSafe(): boolean {
    return this.#state.step === 'kept'
  }

  keep(text: Text): void {
    this.#waiting = { text, since: this.#waiting?.since ?? Date.now() }
    if (this.#state.step === 'failed' && this.#state.why !== 'no-answer') return
    if (!this.#saving) this.#change({ step: 'typing' })
    this.#saveIn(Math.min(PAUSE, Math.max(0, this.#waiting.since + LONGEST - Date.now())))
  }

  /** Now, rather than at the next pause. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#saving
    if (this.#waiting) await this.#save(this.#waiting.text)
  }

  /** Puts what is here over what another page kept under this version. */
  async overwrite(version: number): Promise<void> {
    this.#version = version
    await this.flush()
  }

  /** It is in the chart, or the page goes: nothing more is sent. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#waiting = undefined
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  async #save(text: Text): Promise<void> {
    this.#waiting = undefined
    this.#change({ step: 'keeping' })
    this.#saving = this.#try(text)
    await this.#saving
  }

  async #try(text: Text): Promise<void> {
    try {
      const { version, savedAt } = await this.#ports.save(text, this.#version)
      this.#version = version
      this.#failures = 0
      this.#saving = undefined
      this.#change(this.#waiting ? { step: 'typing' } : { step: 'kept', at: savedAt })
    } catch (error) {
      this.#saving = undefined
      this.#fail(text, this.#ports.whyFailed(error))
    }
  }

  /** What could not be kept waits on, unless more was typed meanwhile. */
  #fail(text: Text, why: Failure): void {
    this.#waiting ??= { text, since: Date.now() }
    this.#change({ step: 'failed', why })
    if (why === 'no-answer') this.#saveIn(Math.min(LONGEST_WAIT, SECOND * 2 ** this.#failures++))
  }

  #change(state: DraftState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
