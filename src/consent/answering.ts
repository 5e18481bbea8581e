/** The patient's side: seeing what a request would open, deciding, taking back. */
import { fromHex, toHex } from '#kernel'
import type { Actor } from '#http/model'

import {
  coveredBy,
  grantPrepared,
  prepareConsent,
  revocationSigner,
  type ConsentPorts,
  type Granted,
} from './granting.ts'
import * as grants from './grants.ts'
import { ConsentError, revocationMessage, revokeConsent, type Decision, type Opening } from './model/index.ts'
import type { CoverableEntry, Proof } from './ports.ts'
import { answered, requestStore, type Request } from './store.ts'

export type AnsweringService = ReturnType<typeof newAnsweringService>

export function newAnsweringService(ports: ConsentPorts) {
  const { database, people, confirmations, announcer, clock } = ports
  const store = requestStore(database, ports.keys.words)

  async function openRequest({ person }: Actor, id: string): Promise<Request> {
    const request = await store.one(id, clock.now())
    const asked = request ? await store.asked(id) : []
    const isMine = asked.includes(person) && (request?.chart === null || request?.chart === person)
    if (!request || !isMine) throw new ConsentError('NO_SUCH_REQUEST', 'nobody asked you this')
    return request
  }

  return {
    waiting: (actor: Actor) => store.to(actor.person, clock.now()),

    /** A request, with exactly the entries that allowing all of it would open now. */
    async request(actor: Actor, id: string) {
      const request = await openRequest(actor, id)
      return { request, entries: (await coveredBy(ports, request, actor)).toSorted(sensitiveFirst) }
    },

    /** Prepares exactly this decision, and sends the code or makes the challenge that is bound to it. */
    async prepare(actor: Actor, id: string, { entries, later, minutes }: Decision, by: Proof['by']) {
      const request = await openRequest(actor, id)
      const places = chosen(await coveredBy(ports, request, actor), entries)
      const opened = { places, later, minutes, plainOnly: false }
      const { digest } = await prepareConsent(ports, request, actor.person, opened, by)
      if (by === 'passkey')
        return { sentTo: null, challenge: await confirmations.challenge(actor.person, digest) }
      const reader = await people.readerOf(request.reader, request.practitioner, request.organisation)
      const words = {
        reader: reader.name,
        organisation: reader.organisation,
        entries: places.length,
        minutes,
      }
      const { sentTo } = await confirmations.sendCode(actor.person, digest, words)
      return { sentTo, challenge: null }
    },

    async allow(actor: Actor, id: string, proof: Proof): Promise<Granted> {
      const request = await openRequest(actor, id)
      const [awaited] = await grants.awaiting(database, id, actor.person)
      if (!awaited) throw new ConsentError('NOT_ASKED_FOR', 'ask for a code for this decision first')
      return grantPrepared(ports, request, awaited, proof)
    },

    async refuse(actor: Actor, id: string): Promise<void> {
      const request = await openRequest(actor, id)
      if (!(await store.deny(id, clock.now()))) throw answered()
      announcer.announce(request.reader, 'visits')
    },

    consents: (actor: Actor) => grants.consentsOf(database, actor.person, clock.now()),

    revoke: (actor: Actor, consent: string) => revoke(ports, actor, consent),
  }
}

/** Taken back for good before it returns: no read that begins later succeeds. */
async function revoke(ports: ConsentPorts, actor: Actor, consent: string) {
  const { database, ledger, announcer, clock } = ports
  const id = fromHex(consent)
  const mine = await grants.consentsOf(database, actor.person, clock.now())
  const found = mine.find((kept) => toHex(kept.id) === consent)
  if (!found) throw new ConsentError('NO_SUCH_CONSENT', 'no such consent of yours')
  const signature = revocationSigner(ports, id).sign(revocationMessage(ledger.chain, id))
  const { time } = await ledger.submit(revokeConsent, { consent: id, signature }, { signer: ledger.home })
  announcer.announce(found.reader, 'visits')
  announcer.announce(actor.person, 'consents')
  return { revokedAt: time }
}

/** The places of the chosen entries; one that the request does not cover cannot be chosen. */
function chosen(covered: readonly CoverableEntry[], entries: readonly string[]): Opening['entries'] {
  const places = new Map(covered.map(({ entry, place }) => [entry, place]))
  return [...new Set(entries)].map((entry) => {
    const place = places.get(entry)
    if (!place) throw new ConsentError('NOT_ASKED_FOR', 'an entry among these was not asked for')
    return place
  })
}

function sensitiveFirst(a: CoverableEntry, b: CoverableEntry): number {
  return Math.sign(b.sensitive.length) - Math.sign(a.sensitive.length) || (a.careDate < b.careDate ? 1 : -1)
}
