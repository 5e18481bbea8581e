import type { Language } from '#http/model'
import { toHex, toUtf8, type Bytes, type Clock } from '#kernel'
import type { Database } from '#storage'

import type { Courier } from '../messages/courier.ts'
import { wordsOf, type ConsentWords, type Words } from '../messages/texts.ts'
import { maskContact, type Contact } from '../model/index.ts'
import type { Contacts } from '../people/contacts.ts'
import type { People } from '../people/store.ts'
import type { Vault } from '../vault.ts'
import { countCode } from './count.ts'
import type { OneTimeCodes } from './one-time.ts'
import type { PasskeyWords } from './passkey.ts'

export type Proof =
  | { readonly by: 'otp'; readonly code: string }
  | { readonly by: 'passkey'; readonly assertion: Readonly<Record<string, unknown>> }

/** How it was confirmed, for the authority of a transaction, and the evidence to keep sealed beside it. */
export interface Confirmed {
  readonly method: 'otp' | 'passkey'
  readonly evidence: Bytes
}

/** A person's agreement to exactly one thing, named by its digest. */
export interface Confirmations {
  /** Sends a code for a consent; answers where it went, shortened. */
  sendCode(person: string, digest: Bytes, words: ConsentWords): Promise<{ readonly sentTo: string }>
  challenge(person: string, digest: Bytes): Promise<Record<string, unknown>>
  /** Throws where code or assertion is not for this digest, is too old, or was tried too often. */
  confirm(person: string, digest: Bytes, proof: Proof): Promise<Confirmed>
}

export interface ConfirmationPorts {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly people: People
  readonly contacts: Contacts
  readonly codes: OneTimeCodes
  readonly passkeys: PasskeyWords
  readonly courier: Courier
}

export function openConfirmations(ports: ConfirmationPorts): Confirmations {
  const { database, clock, codes, passkeys } = ports
  return {
    async sendCode(person, digest, words) {
      const contact = await sendTo(ports, person, digest, (language, code) =>
        wordsOf(language, 'consent', { kind: 'consent', code, ...words }),
      )
      return { sentTo: contact ? maskContact(contact) : '' }
    },
    challenge: (person, digest) => passkeys.challenge(database, person, digest),
    async confirm(person, digest, proof) {
      if (proof.by === 'otp') {
        await codes.spend(database, person, digest, proof.code)
        return { method: 'otp', evidence: toEvidence({ agreed: toHex(digest), at: clock.now() }) }
      }
      const assertion = await passkeys.verify(database, person, digest, proof.assertion)
      return {
        method: 'passkey',
        evidence: toEvidence({ agreed: toHex(digest), at: clock.now(), assertion }),
      }
    },
  }
}

/** Issues a code for a person and sends it to where the person is best reached; undefined where that is nowhere. */
export async function sendTo(
  { database, vault, clock, people, contacts, codes, courier }: ConfirmationPorts,
  subject: string,
  digest: Bytes,
  write: (language: Language, code: string) => Words,
): Promise<Contact | undefined> {
  const contact = await contacts.preferred(database, subject)
  if (!contact) return undefined
  await countCode(database, vault.lookupOf(contact), clock)
  const { language } = await people.read(database, subject)
  const code = await codes.issue(database, subject, digest)
  courier.take({ channel: contact.channel, to: contact.address, ...write(language, code) })
  return contact
}

function toEvidence(value: Readonly<Record<string, unknown>>): Bytes {
  return toUtf8(JSON.stringify(value))
}
