import { z } from 'zod'

import { defineEndpoint } from '#http/model'

import { receiptSchema } from './receipt.ts'
import { askSchema, careRangeSchema, kindSchema, purposeSchema, stateSchema } from './request.ts'

const instant = z.int()
const requestId = z.uuid()
export const consentId = z.string().regex(/^[0-9a-f]{32}$/)

/** Who asks, as the patient sees it: a name, a licence that was checked, and in whose house. */
export const readerSchema = z.object({
  practitioner: z.string(),
  name: z.string(),
  qualification: z.string(),
  registration: z.string(),
  licence: z.enum(['active', 'suspended', 'expired']),
  organisation: z.string(),
  organisationId: z.string(),
})

const clocks = z.object({
  askedAt: instant,
  standsUntil: instant,
  minutes: z.int(),
  care: careRangeSchema,
})

/** How a patient's agreement is confirmed. */
export const proofSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('otp'), code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ by: z.literal('passkey'), assertion: z.record(z.string(), z.unknown()) }),
])

const params = z.strictObject({ request: requestId })
const consentParams = z.strictObject({ consent: consentId })

/** The doctor's side. */
export const askEndpoint = defineEndpoint({
  name: 'consent.ask',
  method: 'POST',
  path: '/api/requests',
  summary:
    'Asks a patient to open a chart. The answer is always "sent": it does not say whether anybody is there.',
  caller: { who: 'practitioner' },
  limit: 'guess',
  body: askSchema.extend({
    organisation: z.string(),
    patient: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('health-id'), value: z.string().max(20) }),
      z.strictObject({ by: z.literal('contact'), value: z.string().max(254) }),
      z.strictObject({ by: z.literal('token'), value: z.string().max(12) }),
    ]),
    /** What the doctor tells the patient, in a line. */
    reason: z.string().max(200),
    /** The patient has no smartphone here: a code comes by SMS, to be told in the room. It opens nothing sensitive. */
    bySms: z.boolean(),
  }),
  answer: z.object({ request: requestId, standsUntil: instant }),
  refusals: ['NOT_YOURS', 'TOO_MANY_REQUESTS_WAITING'],
})

const askedSchema = clocks.extend({
  request: requestId,
  state: stateSchema,
  /** What the doctor typed or scanned, shortened; the name only once it was granted. */
  asked: z.string(),
  patient: z.string().nullable(),
  consent: consentId.nullable(),
  until: instant.nullable(),
})

export const askedEndpoint = defineEndpoint({
  name: 'consent.asked',
  method: 'GET',
  path: '/api/requests',
  summary: 'What this practitioner asked for lately, and what became of it.',
  caller: { who: 'practitioner' },
  answer: z.object({ requests: z.array(askedSchema) }),
})

export const enterCodeEndpoint = defineEndpoint({
  name: 'consent.enterCode',
  method: 'POST',
  path: '/api/requests/:request/code',
  summary:
    'For a patient without a smartphone: the code from the SMS, told in the room. Opens nothing sensitive.',
  caller: { who: 'practitioner' },
  limit: 'guess',
  params,
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  answer: z.object({ consent: consentId, until: instant }),
  refusals: ['NO_SUCH_REQUEST', 'REQUEST_EXPIRED', 'REQUEST_ANSWERED', 'CODE_REFUSED'],
})

export const withdrawEndpoint = defineEndpoint({
  name: 'consent.withdraw',
  method: 'POST',
  path: '/api/requests/:request/withdraw',
  summary: 'Takes back a request that nobody answered yet.',
  caller: { who: 'practitioner' },
  params,
  refusals: ['NO_SUCH_REQUEST', 'REQUEST_ANSWERED'],
})

/** The patient's side. */
const waitingSchema = clocks.extend({
  request: requestId,
  state: stateSchema,
  reader: readerSchema,
  purpose: purposeSchema,
  reason: z.string(),
  kinds: z.array(kindSchema),
})

export const waitingEndpoint = defineEndpoint({
  name: 'consent.waiting',
  method: 'GET',
  path: '/api/me/requests',
  summary: 'Who asked to read my chart: waiting ones first.',
  caller: { who: 'person' },
  answer: z.object({ requests: z.array(waitingSchema) }),
})

const openedEntrySchema = z.object({
  entry: z.uuid(),
  kind: kindSchema,
  title: z.string().nullable(),
  careDate: z.string(),
  where: z.string().nullable(),
  /** Why it counts as sensitive; empty where it does not. */
  sensitive: z.array(z.string()),
})

export const requestEndpoint = defineEndpoint({
  name: 'consent.request',
  method: 'GET',
  path: '/api/me/requests/:request',
  summary: 'One request, with exactly the entries that allowing it would open now; sensitive ones first.',
  caller: { who: 'person' },
  params,
  answer: z.object({ request: waitingSchema, entries: z.array(openedEntrySchema) }),
  refusals: ['NO_SUCH_REQUEST'],
})

/** As many entries as one may choose, each a name in quotes and a comma (RFC 9562: 36 characters), and the rest. */
const MOST_CHOSEN = 100_000
const DECISION_BYTES = MOST_CHOSEN * 39 + 64 * 1024

/** What the patient is about to allow: the code or passkey is bound to the hash of exactly this. */
export const decisionSchema = z.strictObject({
  entries: z.array(z.uuid()).max(MOST_CHOSEN),
  later: z.boolean(),
  minutes: z.int().min(5),
})
export type Decision = z.infer<typeof decisionSchema>

export const prepareEndpoint = defineEndpoint({
  name: 'consent.prepare',
  method: 'POST',
  path: '/api/me/requests/:request/prepare',
  summary: 'Sends the one-time password for exactly this decision, or gives the passkey challenge for it.',
  caller: { who: 'person' },
  limit: 'guess',
  params,
  body: decisionSchema.extend({ by: z.enum(['otp', 'passkey']) }),
  maxBytes: DECISION_BYTES,
  answer: z.object({
    /** Where the code went, shortened: "•••• 4821". */
    sentTo: z.string().nullable(),
    challenge: z.record(z.string(), z.unknown()).nullable(),
  }),
  refusals: [
    'NO_SUCH_REQUEST',
    'REQUEST_EXPIRED',
    'REQUEST_ANSWERED',
    'NOT_ASKED_FOR',
    'NOTHING_ALLOWED',
    'TOO_MANY_CODES',
  ],
})

export const allowEndpoint = defineEndpoint({
  name: 'consent.allow',
  method: 'POST',
  path: '/api/me/requests/:request/allow',
  summary: 'Allows it: final on the ledger before the answer.',
  caller: { who: 'person' },
  limit: 'guess',
  params,
  body: decisionSchema.extend({ proof: proofSchema }),
  maxBytes: DECISION_BYTES,
  answer: z.object({ consent: consentId, until: instant }),
  refusals: [
    'NO_SUCH_REQUEST',
    'REQUEST_EXPIRED',
    'REQUEST_ANSWERED',
    'NOT_ASKED_FOR',
    'CODE_REFUSED',
    'PASSKEY_REFUSED',
  ],
})

export const refuseEndpoint = defineEndpoint({
  name: 'consent.refuse',
  method: 'POST',
  path: '/api/me/requests/:request/refuse',
  summary: 'Refuses it. Care does not depend on the answer.',
  caller: { who: 'person' },
  params,
  refusals: ['NO_SUCH_REQUEST', 'REQUEST_ANSWERED'],
})

const consentSchema = z.object({
  consent: consentId,
  state: stateSchema,
  reader: readerSchema,
  purpose: purposeSchema,
  grantedAt: instant,
  expiresAt: instant,
  endedAt: instant.nullable(),
  entries: z.int(),
  later: z.boolean(),
  looks: z.int(),
})

export const consentsEndpoint = defineEndpoint({
  name: 'consent.list',
  method: 'GET',
  path: '/api/me/consents',
  summary: 'Who may read my chart now, and who could before.',
  caller: { who: 'person' },
  answer: z.object({ consents: z.array(consentSchema) }),
})

export const revokeEndpoint = defineEndpoint({
  name: 'consent.revoke',
  method: 'POST',
  path: '/api/me/consents/:consent/revoke',
  summary: 'Takes a consent back: no read that begins after the answer succeeds.',
  caller: { who: 'person' },
  params: consentParams,
  answer: z.object({ revokedAt: instant }),
  refusals: ['NO_SUCH_CONSENT', 'ALREADY_REVOKED', 'NOT_IN_FORCE'],
})

export const receiptEndpoint = defineEndpoint({
  name: 'consent.receipt',
  method: 'GET',
  path: '/api/me/looks/:look/receipt',
  summary:
    "A look's signed receipt, its opening and the proof that it stands on the ledger, for the patient's own check.",
  caller: { who: 'person' },
  params: z.strictObject({ look: z.uuid() }),
  answer: z.object({
    /** The exact words that were committed to, and their salt (base64url). */
    words: z.string(),
    salt: z.string(),
    /** What the node signed when it answered the look. */
    receipt: receiptSchema.extend({ key: z.string() }),
    chain: z.string(),
    strand: z.string(),
    index: z.int(),
    /** Inclusion in the strand, and the strand under a signed head; null until it is anchored. */
    proof: z.object({ path: z.array(z.string()), state: z.string() }).nullable(),
    refusal: z.string().nullable(),
  }),
  refusals: ['NO_SUCH_LOOK'],
})
