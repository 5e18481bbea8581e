/** Somebody who listens on a channel. */
interface RelayHearer {
  heard(message: string): void
  /** The relay was lost and is back: messages may have passed unheard. */
  resumed(): void
}

/** Carries a message to every server, this one too, once. The database is one: its messages leave at commit. */
export interface Relay {
  notify(channel: string, message: string): Promise<void>
  listen(channel: string, hearer: RelayHearer): Promise<Disposable>
}

/** A relay within one process. */
export function openMemoryRelay(): Relay {
  const channels = new Map<string, Set<RelayHearer>>()
  return {
    async notify(channel, message) {
      for (const hearer of channels.get(channel) ?? []) hearer.heard(message)
    },
    async listen(channel, hearer) {
      const hearers = channels.get(channel) ?? new Set()
      channels.set(channel, hearers.add(hearer))
      return { [Symbol.dispose]: () => void hearers.delete(hearer) }
    },
  }
}
