import { openSmsGateway, openSmtp } from './gateways.ts'
import type { Mailbox } from './mailbox.ts'
import { byChannel, type Messenger } from './message.ts'

/** Where messages go: an address of a gateway, or `mailbox`. */
export interface MessageSettings {
  readonly mail: string
  readonly mailFrom: string
  readonly sms: string
}

export function openMessenger({ mail, mailFrom, sms }: MessageSettings, mailbox: Mailbox): Messenger {
  return byChannel({
    email: mail === 'mailbox' ? mailbox : openSmtp(mail, mailFrom),
    phone: sms === 'mailbox' ? mailbox : openSmsGateway(sms),
  })
}

export function usesMailbox({ mail, sms }: MessageSettings): boolean {
  return mail === 'mailbox' || sms === 'mailbox'
}
