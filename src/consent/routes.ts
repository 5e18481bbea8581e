import { fromHex, toHex } from '#kernel'
import { serve, type Route } from '#http'

import type { AnsweringService } from './answering.ts'
import type { AskingService } from './asking.ts'
import type { ConsentPorts } from './granting.ts'
import type { KeptConsent } from './grants.ts'
import { receiptOf } from './look-list.ts'
import {
  allowEndpoint,
  askedEndpoint,
  askEndpoint,
  consentsEndpoint,
  enterCodeEndpoint,
  prepareEndpoint,
  receiptEndpoint,
  refuseEndpoint,
  requestEndpoint,
  revokeEndpoint,
  waitingEndpoint,
  withdrawEndpoint,
} from './model/index.ts'
import type { Request } from './store.ts'

interface ConsentServices {
  readonly asking: AskingService
  readonly answering: AnsweringService
}

export function consentRoutes(ports: ConsentPorts, services: ConsentServices): readonly Route[] {
  return [...askingRoutes(ports, services), ...answeringRoutes(ports, services)]
}

function askingRoutes({ people }: ConsentPorts, { asking }: ConsentServices): readonly Route[] {
  return [
    serve(askEndpoint, (actor, { body }) =>
      asking.ask(actor, { ...body, organisation: fromHex(body.organisation) }),
    ),
    serve(askedEndpoint, async (actor) => {
      const requests = await asking.asked(actor)
      const names = await Promise.all(
        requests.map(async ({ chart }) => (chart === null ? null : people.nameOf(chart))),
      )
      return { requests: requests.map((request, i) => toAsked(request, names[i] ?? null)) }
    }),
    serve(withdrawEndpoint, async (actor, { params }) => {
      await asking.withdraw(actor, params.request)
      return {}
    }),
    serve(enterCodeEndpoint, (actor, { params, body }) => asking.enterCode(actor, params.request, body.code)),
  ]
}

function answeringRoutes(ports: ConsentPorts, { answering }: ConsentServices): readonly Route[] {
  const { people, ledger, database, gate } = ports
  const shown = async (request: Request) => ({
    ...toClocks(request),
    state: request.state,
    reader: await people.readerOf(request.reader, request.practitioner, request.organisation),
    purpose: request.purpose,
    reason: request.words.reason,
    kinds: [...request.kinds],
  })
  return [
    serve(waitingEndpoint, async (actor) => {
      const requests = await answering.waiting(actor)
      return { requests: await Promise.all(requests.map(shown)) }
    }),
    serve(requestEndpoint, async (actor, { params }) => {
      const { request, entries } = await answering.request(actor, params.request)
      const lines = entries.map(({ place: _, sensitive, ...entry }) => ({
        ...entry,
        sensitive: [...sensitive],
      }))
      return { request: await shown(request), entries: lines }
    }),
    serve(prepareEndpoint, (actor, { params, body: { by, ...decision } }) =>
      answering.prepare(actor, params.request, decision, by),
    ),
    serve(allowEndpoint, (actor, { params, body }) => answering.allow(actor, params.request, body.proof)),
    serve(refuseEndpoint, async (actor, { params }) => {
      await answering.refuse(actor, params.request)
      return {}
    }),
    serve(consentsEndpoint, async (actor) => {
      const consents = await answering.consents(actor)
      const readers = await Promise.all(
        consents.map(({ reader, practitioner, organisation }) =>
          people.readerOf(reader, practitioner, organisation),
        ),
      )
      return {
        consents: consents.flatMap((consent, i) =>
          readers[i] ? [{ ...toShown(consent), reader: readers[i] }] : [],
        ),
      }
    }),
    serve(revokeEndpoint, (actor, { params }) => answering.revoke(actor, params.consent)),
    serve(receiptEndpoint, async (actor, { params }) =>
      receiptOf(ledger, database, await gate.own(actor), params.look),
    ),
  ]
}

function toClocks({ id, askedAt, standsUntil, minutes, care }: Request) {
  return { request: id, askedAt, standsUntil, minutes, care }
}

function toAsked(request: Request, patient: string | null) {
  const { state, words, consent, until } = request
  return {
    ...toClocks(request),
    state,
    asked: words.asked,
    patient,
    consent: consent && toHex(consent),
    until,
  }
}

function toShown({ id, state, purpose, grantedAt, expiresAt, endedAt, entries, later, looks }: KeptConsent) {
  return { consent: toHex(id), state, purpose, grantedAt, expiresAt, endedAt, entries, later, looks }
}
