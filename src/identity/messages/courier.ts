import type { Message, Messenger } from './message.ts'

/**
 * Takes messages and delivers them behind the answer: how long an answer takes says nothing of whether anything was
 * sent. What cannot be delivered is told by channel only; the person asks again.
 */
export interface Courier extends AsyncDisposable {
  take(message: Message): void
  /** Resolves when nothing taken before the call is under way any more. */
  settled(): Promise<void>
}

export function openCourier(
  messenger: Messenger,
  undelivered: (channel: Message['channel']) => void,
): Courier {
  const underWay = new Set<Promise<void>>()
  const settled = async () => {
    await Promise.all(underWay)
  }
  return {
    take(message) {
      const delivery = messenger.send(message).catch(() => undelivered(message.channel))
      underWay.add(delivery)
      void delivery.finally(() => underWay.delete(delivery))
    },
    settled,
    [Symbol.asyncDispose]: settled,
  }
}
