import { toBuffer } from 'qrcode'

import { serve, type Route } from '#http'
import { fromHex } from '#kernel'

import type { Context } from '../context.ts'
import { requireRegistered } from '../counter/patients.ts'
import type { Queue } from '../counter/queue.ts'
import type { Counter, Registered } from '../counter/service.ts'
import * as api from '../model/api.ts'
import type { Organisations } from '../organisations/service.ts'
import type { Organisation } from '../organisations/store.ts'
import { PHOTO_TYPE, readPhoto } from '../people/photos.ts'

const POSTER_WIDTH = 1024

export function counterRoutes(counter: Counter): readonly Route[] {
  return [
    serve(api.counterEndpoint, async (_, { params }) => toHouse(await counter.house(params.code))),
    serve(api.registerEndpoint, async (actor, { body }) => {
      const { organisation, token } = await counter.registerByScan(actor, body.code)
      return { ...toHouse(organisation), token }
    }),
    serve(api.myRegistrationsEndpoint, async (actor) => ({
      registrations: (await counter.mine(actor)).map(toRegistration),
    })),
    serve(api.beginRegistrationEndpoint, (_, { params, body }) => counter.begin(params.organisation, body)),
    serve(api.confirmRegistrationEndpoint, (_, { params, body }) =>
      counter.confirm(params.organisation, body.request, body.code),
    ),
  ]
}

export function queueRoutes(queue: Queue): readonly Route[] {
  return [
    serve(api.giveTokenEndpoint, async (_, { params, body }) => ({
      token: await queue.give(params.organisation, body.person),
    })),
    serve(api.queueEndpoint, async (_, { params }) => ({
      tokens: [...(await queue.today(params.organisation))],
    })),
    serve(api.closeTokenEndpoint, async (_, { params }) => {
      await queue.close(params.organisation, params.token)
      return {}
    }),
  ]
}

/** The QR of a counter is the address of its page: the public code, and nothing private. */
export function posterRoutes(
  organisations: Organisations,
  { publicUrl, database, vault }: Context,
): readonly Route[] {
  return [
    serve(api.posterEndpoint, async (_, { params }) => {
      const { code } = await organisations.read(params.organisation)
      const bytes = await toBuffer(`${publicUrl}/register/${code}`, { type: 'png', width: POSTER_WIDTH })
      return { mediaType: 'image/png', bytes, fileName: 'counter.png', shown: true }
    }),
    serve(api.patientPhotoEndpoint, async (_, { params }) => {
      await requireRegistered(database, fromHex(params.organisation), params.person)
      const bytes = await readPhoto(vault, database, params.person)
      return { mediaType: PHOTO_TYPE, bytes, shown: true }
    }),
  ]
}

function toHouse({ organisation, name, kind, place }: Organisation) {
  return { organisation, name, kind, place }
}

function toRegistration({ organisation, since, token }: Registered) {
  return { ...toHouse(organisation), since, token }
}
