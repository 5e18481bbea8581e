import type { Channel } from '../model/index.ts'

/** What goes to a person outside: to an e-mail address with a subject, to a phone as SMS. */
export interface Message {
  readonly channel: Channel
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands messages to whatever carries them. Promises: resolved means handed over, not read. */
export interface Messenger {
  send(message: Message): Promise<void>
}

/** Keeps what was sent, for tests. */
export function openMemoryMessenger(): Messenger & { readonly sent: readonly Message[] } {
  const sent: Message[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
    },
  }
}

/** One messenger for each channel. */
export function byChannel(messengers: Readonly<Record<Channel, Messenger>>): Messenger {
  return { send: (message) => messengers[message.channel].send(message) }
}
