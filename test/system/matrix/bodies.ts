/** What a page would send to each endpoint; where nothing stands here, an empty object. */
import { SYSTEMS } from '#identity/model'
import { allowEndpoint, prepareEndpoint, requestEndpoint, type Decision } from '#consent/model'

import { HOUSE, LICENCE, NOTE, PASSWORD, PIXEL } from '../../fixtures/forms.ts'
import { askingFor } from './asking.ts'
import { BY_STAFF, documentOf, ORDER, WORDS, type Stage } from './stage.ts'
import type { Thing } from './things.ts'

export interface Sent {
  readonly query?: Readonly<Record<string, string>>
  readonly type?: string
  readonly body?: BodyInit
}

type Write = (thing: Thing, stage: Stage) => Promise<Sent> | Sent

const PERSON = { name: 'Somebody', birthDate: '1990-01-01', sex: 'other' } as const
const SEARCH = { query: { q: WORDS.hospital } }
const WITH_PASSWORD = () => json({ password: PASSWORD })

export const bodies: Readonly<Record<string, Write>> = {
  'account.signUp': ({ address }) =>
    json({ ...PERSON, contact: address, password: PASSWORD, language: 'en' }),
  'account.resend': ({ signUp }) => json({ signUp }),
  'account.verify': ({ signUp, code }) => json({ signUp, code }),
  'password.forgotten': ({ address }) => json({ identifier: address }),
  'password.reset': ({ address }) => json({ identifier: address, code: '123456', password: PASSWORD }),
  'password.change': ({ password = PASSWORD }) => json({ current: password, next: PASSWORD }),
  'session.signIn': ({ address, password }) => json({ identifier: address, password }),
  'session.secondFactor': () => json({ by: 'totp', code: '123456' }),
  'session.passkey': ({ passkey }) => json({ assertion: { id: passkey } }),
  'me.settings': () => json({ language: 'en', theme: 'system' }),
  'me.changeContact': ({ address }) => json({ contact: address }),
  'me.confirmContact': ({ address, code }) => json({ contact: address, code }),
  'me.setPhoto': () => ({ type: 'image/png', body: PIXEL }),
  'passkey.options': WITH_PASSWORD,
  'passkey.add': ({ passkey }) => json({ name: 'telephone', attestation: { id: passkey } }),
  'secondFactor.begin': WITH_PASSWORD,
  'secondFactor.confirm': () => json({ code: '123456' }),
  'secondFactor.backupCodes': WITH_PASSWORD,
  'secondFactor.end': WITH_PASSWORD,

  'organisation.register': () => json({ ...HOUSE, kind: 'clinic', name: 'Another Clinic' }),
  'organisation.decide': () => json({ decision: 'approve' }),
  'organisation.suspend': () => json({ reason: 'an inspection' }),
  'staff.invite': ({ address }) => json({ identifier: address, roles: ['nurse'] }),
  'staff.answer': () => json({ accept: false }),
  'registration.register': ({ code }) => json({ code }),
  'registration.begin': ({ value }) => json({ healthId: value }),
  'registration.confirm': ({ request, code }) => json({ request, code }),
  'queue.give': ({ person }) => json({ person }),
  'licence.apply': () => json({ ...LICENCE, system: SYSTEMS[0], number: 'KMC 9000' }),
  'licence.scan': () => ({ type: 'application/pdf', body: '%PDF-1.7 a scan' }),
  'licenceOffice.decide': ({ decision = 'approve' }) =>
    json(decision === 'refuse' ? { decision, reason: 'not legible' } : { decision }),
  'licenceOffice.propose': () => json({ kind: 'hold', order: ORDER }),

  'consent.ask': (thing) => json(askingFor(thing)),
  'consent.enterCode': ({ code }) => json({ code }),
  'consent.prepare': async ({ request = '' }, stage) =>
    json({ ...(await decisionOn(request, stage)), by: 'passkey' }),
  'consent.allow': async ({ request = '' }, stage) => json(await agreementTo(request, stage)),

  'chart.search': () => SEARCH,
  'chart.addDocument': () => ({ body: documentOf(WORDS.patient) }),
  'chart.addReading': () => json({ reading: 'pulse', value: 70, second: null, takenAt: Date.now() }),
  'visit.search': () => SEARCH,
  'visit.saveDraft': () => json({ note: NOTE, version: 0 }),
  'visit.finishNote': () => json(NOTE),
  'visit.proposeCodes': () => ({ query: { q: 'fever' } }),
  'staff.upload': () => ({ body: documentOf(WORDS.hospital, BY_STAFF) }),
  'staff.addFhir': () => ({ type: 'application/fhir+json', body: JSON.stringify(RESOURCE) }),
  'staff.strike': ({ to = null }) => json({ reason: 'a mistake', to }),
  'staff.plain': () => json({ sensitive: false }),
}

const RESOURCE = {
  resourceType: 'Observation',
  status: 'final',
  code: { text: `sighting of a ${WORDS.hospital}` },
  valueString: WORDS.hospital,
}

function json(value: unknown): Sent {
  return { type: 'application/json', body: JSON.stringify(value) }
}

/** All that a request would open, as its patient sees it; of one that is not there, an entry that is not there. */
async function decisionOn(request: string, { cast, entries }: Stage): Promise<Decision> {
  const { browser } = cast.patient
  const shown = await browser.call(requestEndpoint, { params: { request } }).catch(() => undefined)
  const asked = shown?.entries.map(({ entry }) => entry) ?? [entries.hospital]
  return { entries: asked, later: false, minutes: 15 }
}

/** The patient's own agreement, whoever may send it then. */
async function agreementTo(request: string, stage: Stage) {
  const { browser, passkey } = stage.cast.patient
  const decision = await decisionOn(request, stage)
  const prepared = await browser
    .call(prepareEndpoint, { params: { request }, body: { ...decision, by: 'passkey' } })
    .catch(() => undefined)
  const challenge = prepared?.challenge?.['challenge']
  const assertion = passkey.assert(typeof challenge === 'string' ? challenge : '')
  return allowEndpoint.body.parse({ ...decision, proof: { by: 'passkey', assertion } })
}
