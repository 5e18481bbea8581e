import { serve, type Route } from '#http'

import { cardPdf } from '../card/pdf.ts'
import { cardPicture } from '../card/picture.ts'
import type { Context } from '../context.ts'
import { readUpload } from '../upload.ts'
import * as api from '../model/api.ts'
import { PHOTO_TYPE, forgetPhoto, keepPhoto, readPhoto, toPhoto } from '../people/photos.ts'
import type { Selves } from '../people/service.ts'

export function personRoutes(selves: Selves): readonly Route[] {
  return [
    serve(api.meEndpoint, (actor) => selves.me(actor)),
    serve(api.settingsEndpoint, async (actor, { body }) => {
      await selves.settings(actor, body)
      return {}
    }),
    serve(api.changeContactEndpoint, async (actor, { body }) => ({
      sentTo: await selves.changeContact(actor, body.contact),
    })),
    serve(api.confirmContactEndpoint, async (actor, { body }) => {
      await selves.confirmContact(actor, body.contact, body.code)
      return {}
    }),
    serve(api.removeContactEndpoint, async (actor, { params }) => {
      await selves.removeContact(actor, params.channel)
      return {}
    }),
  ]
}

export function photoRoutes({ database, vault, clock }: Context): readonly Route[] {
  return [
    serve(api.photoEndpoint, async ({ person }) => ({
      mediaType: PHOTO_TYPE,
      bytes: await readPhoto(vault, database, person),
      shown: true,
    })),
    serve(api.setPhotoEndpoint, async ({ person }, { body }) => {
      await keepPhoto(vault, clock, database, person, await toPhoto(await readUpload(body)))
      return {}
    }),
    serve(api.removePhotoEndpoint, async ({ person }) => {
      await forgetPhoto(database, person)
      return {}
    }),
  ]
}

export function cardRoutes({ database, people }: Context): readonly Route[] {
  return [
    serve(api.cardPdfEndpoint, async ({ person }, { query }) => {
      const holder = await people.read(database, person)
      const bytes = await cardPdf(holder, holder.language, query.paper)
      return { mediaType: 'application/pdf', bytes, fileName: 'health-card.pdf', shown: true }
    }),
    serve(api.cardPictureEndpoint, async ({ person }) => {
      const holder = await people.read(database, person)
      const bytes = await cardPicture(holder, holder.language)
      return { mediaType: 'image/png', bytes, fileName: 'health-card.png', shown: true }
    }),
  ]
}
