/** The doctor's side: asking, the code told in the room, visits. */
import { randomUUID } from 'node:crypto'

import { DomainError, fromHex, later, toHex, type Bytes } from '#kernel'
import type { PractitionerActor } from '#http/model'
import { authRefusal, EVEN_TIME, evenly } from '#identity'

import {
  coveredBy,
  grantPrepared,
  prepareConsent,
  requireAnswerable,
  type ConsentPorts,
  type Granted,
} from './granting.ts'
import * as grants from './grants.ts'
import { ConsentError, REQUEST_STANDS, type Ask } from './model/index.ts'
import type { Named } from './ports.ts'
import { answered, requestStore, type Request, type RequestStore } from './store.ts'

const MOST_WAITING = 20

/** What a doctor asks, and how the patient is named. */
export interface Asking extends Ask {
  readonly organisation: Bytes
  readonly patient: Named
  readonly reason: string
  readonly bySms: boolean
}

export type AskingService = ReturnType<typeof newAskingService>

export function newAskingService(ports: ConsentPorts) {
  const { database, announcer, clock } = ports
  const store = requestStore(database, ports.keys.words)

  async function ownRequest(actor: PractitionerActor, id: string): Promise<Request> {
    const request = await store.one(id, clock.now())
    if (request?.reader !== actor.person) throw new ConsentError('NO_SUCH_REQUEST', 'you asked no such thing')
    return request
  }

  return {
    /** Whoever is meant hears of it; the doctor learns only that it was sent. */
    async ask(actor: PractitionerActor, asking: Asking) {
      await requireMayAsk(ports, store, actor, asking.organisation)
      const { request, meant } = await keepRequest(ports, store, actor, asking)
      for (const person of meant) announcer.announce(person, 'requests')
      if (asking.bySms) await evenly(EVEN_TIME, () => sendBySms(ports, store, request.id))
      return { request: request.id, standsUntil: request.standsUntil }
    },

    asked: (actor: PractitionerActor) => store.of(actor.person, clock.now()),

    async withdraw(actor: PractitionerActor, id: string): Promise<void> {
      await ownRequest(actor, id)
      if (!(await store.withdraw(id, clock.now()))) throw answered()
    },

    /** The patient told the code that came by SMS: it fits the decision of one of those who may be meant. */
    async enterCode(actor: PractitionerActor, id: string, code: string): Promise<Granted> {
      const request = await ownRequest(actor, id)
      requireAnswerable(request)
      // The same where no code went to anybody: that there is nobody is not to be learned by guessing.
      let refusal: unknown = authRefusal('CODE_REFUSED')
      for (const awaited of await grants.awaiting(database, id)) {
        try {
          return await grantPrepared(ports, request, awaited, { by: 'otp', code })
        } catch (error) {
          refusal = error
        }
      }
      throw refusal
    },

    /** Consents in a practitioner's hands: the visits that are open, and those of the last day. */
    visits: (actor: PractitionerActor) => grants.heldBy(database, actor.person, clock.now()),

    async finish(actor: PractitionerActor, consent: string): Promise<void> {
      const chart = await grants.finish(database, fromHex(consent), actor.person, clock.now())
      if (chart === undefined) throw new ConsentError('NOT_IN_FORCE', 'this visit has ended already')
      announcer.announce(chart, 'consents')
      announcer.announce(actor.person, 'visits')
    },
  }
}

async function requireMayAsk(
  { clock }: ConsentPorts,
  store: RequestStore,
  actor: PractitionerActor,
  organisation: Bytes,
): Promise<void> {
  if (!actor.practitioner.organisations.includes(toHex(organisation))) {
    throw new ConsentError('NOT_YOURS', 'you are not registered as a practitioner there')
  }
  if ((await store.waiting(actor.person, clock.now())) >= MOST_WAITING) {
    throw new ConsentError(
      'TOO_MANY_REQUESTS_WAITING',
      `${MOST_WAITING} of your requests wait for an answer already`,
    )
  }
}

async function keepRequest(
  { people, clock }: ConsentPorts,
  store: RequestStore,
  actor: PractitionerActor,
  asking: Asking,
) {
  const { patient, reason, bySms: _, ...ask } = asking
  const now = clock.now()
  const request = {
    ...ask,
    id: randomUUID(),
    reader: actor.person,
    practitioner: fromHex(actor.practitioner.id),
    askedAt: now,
    standsUntil: later(now, REQUEST_STANDS),
    words: { reason, asked: shortened(patient.value) },
  }
  // Nobody asks to read a chart of one's own: it opens only as any patient's does.
  const meant = (await people.meant(patient, asking.organisation)).filter((person) => person !== actor.person)
  await store.insert(request, meant)
  return { request, meant }
}

/** A code to each who may be meant, for what is not sensitive, to be told in the room. */
async function sendBySms(ports: ConsentPorts, store: RequestStore, id: string): Promise<void> {
  const { people, confirmations, clock } = ports
  const request = await store.one(id, clock.now())
  if (!request) return
  const { name, organisation } = await people.readerOf(
    request.reader,
    request.practitioner,
    request.organisation,
  )
  for (const chart of await store.asked(request.id)) {
    const covered = await coveredBy(ports, request, { person: chart })
    const places = covered.filter(({ sensitive }) => sensitive.length === 0).map(({ place }) => place)
    if (places.length === 0) continue
    const { minutes } = request
    const opened = { places, later: false, plainOnly: true, minutes }
    const { digest } = await prepareConsent(ports, request, chart, opened, 'otp')
    const words = { reader: name, organisation, entries: places.length, minutes }
    await confirmations.sendCode(chart, digest, words).catch(unlessTooMany)
  }
}

/** That too many codes went to somebody would tell that there is somebody. */
function unlessTooMany(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'TOO_MANY_CODES') throw error
}

/** What the doctor sees again of what was typed: its end only. */
function shortened(value: string): string {
  return `…${value.slice(-4)}`
}
