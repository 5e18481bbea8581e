import { z } from 'zod'

import { STAFF_ROLES, defineEndpoint } from '#http/model'

import { CHANNELS } from '../contact.ts'
import { licenceStateSchema, systemSchema } from '../licence.ts'
import { organisationKindSchema, organisationStateSchema } from '../organisation.ts'
import { languageSchema, personSchema, themeSchema } from '../person.ts'
import { code, identifier, instant, ledgerId, personId } from './common.ts'

const meSchema = personSchema.extend({
  person: personId,
  healthId: z.string(),
  language: languageSchema,
  theme: themeSchema,
  hasPhoto: z.boolean(),
  contacts: z.array(z.object({ channel: z.enum(CHANNELS), address: z.string() })),
  hasSecondFactor: z.boolean(),
  passkeys: z.int(),
  /** Where I work, in which roles. */
  memberships: z.array(
    z.object({
      organisation: ledgerId,
      name: z.string(),
      kind: organisationKindSchema,
      state: organisationStateSchema,
      roles: z.array(z.enum(STAFF_ROLES)),
      /** The public code in the QR of its counters, for whoever has no camera. */
      counter: z.string(),
    }),
  ),
  /** Practitioner IDs I hold, and how each stands now. */
  licences: z.array(
    z.object({
      practitioner: ledgerId,
      system: systemSchema,
      state: licenceStateSchema,
      validUntil: instant,
    }),
  ),
  isOfficer: z.boolean(),
})
export type Me = z.infer<typeof meSchema>

export const meEndpoint = defineEndpoint({
  name: 'me.read',
  method: 'GET',
  path: '/api/me',
  summary: 'Who I am here, and in which capacities.',
  caller: { who: 'person' },
  answer: meSchema,
})

export const settingsEndpoint = defineEndpoint({
  name: 'me.settings',
  method: 'PUT',
  path: '/api/me/settings',
  summary: 'Keeps my language and theme.',
  caller: { who: 'person' },
  body: z.strictObject({ language: languageSchema, theme: themeSchema }),
})

export const changeContactEndpoint = defineEndpoint({
  name: 'me.changeContact',
  method: 'POST',
  path: '/api/me/contacts',
  summary: 'Sends a code to a new e-mail address or phone number.',
  caller: { who: 'person' },
  limit: 'guess',
  body: z.strictObject({ contact: identifier }),
  answer: z.object({ sentTo: z.string() }),
  refusals: ['NOT_A_CONTACT', 'TOO_MANY_CODES'],
})

export const confirmContactEndpoint = defineEndpoint({
  name: 'me.confirmContact',
  method: 'POST',
  path: '/api/me/contacts/confirm',
  summary: 'With the code, puts the new contact in the place of the one before; that one is told.',
  caller: { who: 'person' },
  limit: 'guess',
  body: z.strictObject({ contact: identifier, code }),
  refusals: ['NOT_A_CONTACT', 'CODE_REFUSED'],
})

export const removeContactEndpoint = defineEndpoint({
  name: 'me.removeContact',
  method: 'DELETE',
  path: '/api/me/contacts/:channel',
  summary: 'Forgets my e-mail address or my phone number; one of them must stay.',
  caller: { who: 'person' },
  params: z.strictObject({ channel: z.enum(CHANNELS) }),
  refusals: ['LAST_CONTACT'],
})

export const photoEndpoint = defineEndpoint({
  name: 'me.photo',
  method: 'GET',
  path: '/api/me/photo',
  summary: 'My photo.',
  caller: { who: 'person' },
  returns: 'bytes',
  refusals: ['NO_SUCH_PHOTO'],
})

export const setPhotoEndpoint = defineEndpoint({
  name: 'me.setPhoto',
  method: 'PUT',
  path: '/api/me/photo',
  summary: 'Keeps a photo of me: it is cut square and loses everything a camera wrote into it.',
  caller: { who: 'person' },
  upload: 'bytes',
  media: ['image/jpeg', 'image/png'],
  refusals: ['NOT_A_PICTURE'],
})

export const removePhotoEndpoint = defineEndpoint({
  name: 'me.removePhoto',
  method: 'DELETE',
  path: '/api/me/photo',
  summary: 'Forgets my photo.',
  caller: { who: 'person' },
})

export const cardPdfEndpoint = defineEndpoint({
  name: 'me.cardPdf',
  method: 'GET',
  path: '/api/me/card.pdf',
  summary: 'My card to print: by itself, or on a sheet of A4 to cut out.',
  caller: { who: 'person' },
  query: z.strictObject({ paper: z.enum(['card', 'a4']).default('a4') }),
  returns: 'bytes',
})

export const cardPictureEndpoint = defineEndpoint({
  name: 'me.cardPicture',
  method: 'GET',
  path: '/api/me/card.png',
  summary: 'My card as a picture.',
  caller: { who: 'person' },
  returns: 'bytes',
})

export const personEndpoints = [
  meEndpoint,
  settingsEndpoint,
  changeContactEndpoint,
  confirmContactEndpoint,
  removeContactEndpoint,
  photoEndpoint,
  setPhotoEndpoint,
  removePhotoEndpoint,
  cardPdfEndpoint,
  cardPictureEndpoint,
]
