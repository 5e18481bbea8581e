import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { organisationKindSchema } from '../organisation.ts'
import { sexSchema } from '../person.ts'
import { tokenStateSchema } from '../queue.ts'
import { code, instant, ledgerId, personId } from './common.ts'

/** Who sits at a counter, and who calls from the queue. */
const counter = {
  who: 'staff',
  roles: ['administrator', 'records-clerk', 'nurse', 'pharmacist', 'practitioner'],
} as const
const params = z.strictObject({ organisation: ledgerId })

/** The public code in a counter's QR: nothing private. */
const counterCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)
const house = z.object({
  organisation: ledgerId,
  name: z.string(),
  kind: organisationKindSchema,
  place: z.string(),
})
const token = z.object({
  token: z.uuid(),
  number: z.int(),
  day: z.iso.date(),
  state: tokenStateSchema,
  at: instant,
})

/** A patient of this organisation, to its staff: two things the patient can say, and the face. */
const patientSchema = z.object({
  person: personId,
  name: z.string(),
  birthDate: z.string(),
  sex: sexSchema,
  healthId: z.string(),
  hasPhoto: z.boolean(),
})

export const counterEndpoint = defineEndpoint({
  name: 'registration.counter',
  method: 'GET',
  path: '/api/counters/:code',
  summary: 'Whose counter this is.',
  caller: { who: 'anyone' },
  params: z.strictObject({ code: counterCode }),
  answer: house,
  refusals: ['NO_SUCH_COUNTER'],
})

export const registerEndpoint = defineEndpoint({
  name: 'registration.register',
  method: 'POST',
  path: '/api/me/registrations',
  summary:
    'Registers me at the counter whose QR I scanned, with a queue token: its staff may add to my chart and read what they wrote.',
  caller: { who: 'person' },
  body: z.strictObject({ code: counterCode }),
  answer: house.extend({ token }),
  refusals: ['NO_SUCH_COUNTER'],
})

export const myRegistrationsEndpoint = defineEndpoint({
  name: 'registration.mine',
  method: 'GET',
  path: '/api/me/registrations',
  summary: "Where I am registered, and today's tokens.",
  caller: { who: 'person' },
  answer: z.object({ registrations: z.array(house.extend({ since: instant, token: token.nullable() })) }),
})

export const posterEndpoint = defineEndpoint({
  name: 'registration.poster',
  method: 'GET',
  path: '/api/organisations/:organisation/counter.png',
  summary: 'The QR to put up at the counter.',
  caller: counter,
  params,
  returns: 'bytes',
})

export const beginRegistrationEndpoint = defineEndpoint({
  name: 'registration.begin',
  method: 'POST',
  path: '/api/organisations/:organisation/registrations',
  summary:
    'Looks up a health ID at the counter. Somebody registered here is shown; else a code goes to the patient, if there is one and `ask` is not false.',
  caller: counter,
  limit: 'guess',
  params,
  body: z.strictObject({
    healthId: z.string().max(24),
    /** False where nobody stands at the counter whom a code would reach: to find a patient of the house, and nobody else. */
    ask: z.boolean().default(true),
  }),
  answer: z.discriminatedUnion('state', [
    z.object({ state: z.literal('registered'), patient: patientSchema }),
    z.object({ state: z.literal('sent'), request: z.uuid() }),
    z.object({ state: z.literal('not-here') }),
  ]),
  refusals: ['NOT_A_HEALTH_ID', 'TOO_MANY_CODES'],
})

export const confirmRegistrationEndpoint = defineEndpoint({
  name: 'registration.confirm',
  method: 'POST',
  path: '/api/organisations/:organisation/registrations/confirm',
  summary: 'Registers the patient with the code that the patient told.',
  caller: counter,
  limit: 'guess',
  params,
  body: z.strictObject({ request: z.uuid(), code }),
  answer: z.object({ patient: patientSchema, token }),
  refusals: ['CODE_REFUSED'],
})

export const giveTokenEndpoint = defineEndpoint({
  name: 'queue.give',
  method: 'POST',
  path: '/api/organisations/:organisation/queue',
  summary: 'Gives a registered patient a token for today; the same one when there is one.',
  caller: counter,
  params,
  body: z.strictObject({ person: personId }),
  answer: z.object({ token }),
  refusals: ['NO_SUCH_PATIENT'],
})

export const queueEndpoint = defineEndpoint({
  name: 'queue.list',
  method: 'GET',
  path: '/api/organisations/:organisation/queue',
  summary: "Today's tokens with their state.",
  caller: counter,
  params,
  answer: z.object({ tokens: z.array(token.extend({ patient: patientSchema })) }),
})

export const closeTokenEndpoint = defineEndpoint({
  name: 'queue.close',
  method: 'POST',
  path: '/api/organisations/:organisation/queue/:token/close',
  summary: 'Closes a token.',
  caller: counter,
  params: params.extend({ token: z.uuid() }),
  refusals: ['NO_SUCH_TOKEN'],
})

export const patientPhotoEndpoint = defineEndpoint({
  name: 'registration.photo',
  method: 'GET',
  path: '/api/organisations/:organisation/patients/:person/photo',
  summary: 'The photo of a patient who is registered here.',
  caller: counter,
  params: params.extend({ person: personId }),
  returns: 'bytes',
  refusals: ['NO_SUCH_PATIENT', 'NO_SUCH_PHOTO'],
})

export const registrationEndpoints = [
  counterEndpoint,
  registerEndpoint,
  myRegistrationsEndpoint,
  posterEndpoint,
  beginRegistrationEndpoint,
  confirmRegistrationEndpoint,
  giveTokenEndpoint,
  queueEndpoint,
  closeTokenEndpoint,
  patientPhotoEndpoint,
]
