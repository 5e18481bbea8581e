/** Files on their way: a few at a time, each with its progress, each tried again on its own. */
import { useState, useSyncExternalStore } from 'react'

export type Progress =
  | { readonly step: 'waiting' }
  | { readonly step: 'sending'; readonly part: number }
  | { readonly step: 'saved'; readonly note: string | undefined }
  | { readonly step: 'failed'; readonly reason: string }

export interface FileOnItsWay {
  readonly id: number
  readonly file: File
  /** As it was when the file was chosen: what the form beside it says later is for later files. */
  readonly send: SendFile
  readonly progress: Progress
}

/**
 * Sends one file; tells the part sent; rejects with a sentence for the person in `message`. What is worth knowing of a
 * file that was taken, it answers: that it was there before.
 */
export type SendFile = (file: File, onPart: (part: number) => void) => Promise<string | undefined>

const AT_ONCE = 3
const WAITING: Progress = { step: 'waiting' }

export class Uploads {
  readonly #listeners = new Set<() => void>()
  #files: readonly FileOnItsWay[] = []
  #next = 1

  readonly files = (): readonly FileOnItsWay[] => this.#files

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(files: readonly File[], send: SendFile): void {
    const waiting = files.map((file) => ({ id: this.#next++, file, send, progress: WAITING }))
    this.#change([...this.#files, ...waiting])
    this.#goOn()
  }

  again(id: number): void {
    this.#move(id, WAITING)
    this.#goOn()
  }

  remove(id: number): void {
    this.#change(this.#files.filter((file) => file.id !== id))
  }

  #goOn(): void {
    const free = AT_ONCE - this.#files.filter(({ progress }) => progress.step === 'sending').length
    const waiting = this.#files.filter(({ progress }) => progress.step === 'waiting')
    for (const file of waiting.slice(0, Math.max(0, free))) void this.#sendOne(file)
  }

  async #sendOne({ id, file, send }: FileOnItsWay): Promise<void> {
    this.#move(id, { step: 'sending', part: 0 })
    try {
      const note = await send(file, (part) => this.#move(id, { step: 'sending', part }))
      this.#move(id, { step: 'saved', note })
    } catch (error) {
      this.#move(id, { step: 'failed', reason: error instanceof Error ? error.message : '' })
    }
    this.#goOn()
  }

  #move(id: number, progress: Progress): void {
    this.#change(this.#files.map((file) => (file.id === id ? { ...file, progress } : file)))
  }

  #change(files: readonly FileOnItsWay[]): void {
    this.#files = files
    for (const listener of this.#listeners) listener()
  }
}

/** A page's own, or those that it was given to keep while other things are shown. */
export function useUploads(kept?: Uploads): Uploads {
  const [own] = useState(() => new Uploads())
  const uploads = kept ?? own
  useSyncExternalStore(uploads.subscribe, uploads.files)
  return uploads
}
