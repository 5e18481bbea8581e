/** What a thief of the database, or of a backup, reads of people: nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256, toUtf8 } from '#kernel'

import { LICENCE, PASSWORD } from '../../test/fixtures/forms.ts'
import { SoftPasskey } from './authenticator.fixture.ts'
import {
  addPasskeyEndpoint,
  addScanEndpoint,
  applyEndpoint,
  beginSecondFactorEndpoint,
  changeContactEndpoint,
  decideApplicationEndpoint,
  decideOrganisationEndpoint,
  forgottenEndpoint,
  inviteEndpoint,
  meEndpoint,
  passkeyOptionsEndpoint,
  proposeOrderEndpoint,
  registerOrganisationEndpoint,
} from './model/index.ts'
import { HOSPITAL, PUBLIC_URL, openWorld, type World } from './world.fixture.ts'

const NAME = 'Annapurna Deshpande'
const PHONE = '+919845099001'
const MAIL = 'annapurna.d@example.org'
const SCAN = Buffer.from('%PDF-1.7 licence of Annapurna Deshpande')
const ORDER = {
  issuer: 'Karnataka Medical Council',
  number: 'KMC/ENQ/99',
  date: '2026-03-01',
  text: 'Overcharged patients.',
}
const CLAIM = { ...LICENCE, number: 'KMC 424242', qualification: 'MBBS, DNB' } as const

let world: World
let secrets: string[]
let codes: string[]
let dump: string

beforeAll(async () => {
  world = await openWorld('traces')
  const officer = await world.person('Officer', 'officer@example.org')
  await world.identity.appointOfficer('officer@example.org')
  const anna = await world.person(NAME, PHONE)
  codes = [await world.codeFor(PHONE)]

  await anna.call(changeContactEndpoint, { body: { contact: MAIL } })
  await world.browser().call(forgottenEndpoint, { body: { identifier: PHONE } })
  const me = await anna.call(meEndpoint)
  await world.identity.confirmations.sendCode(me.person, sha256(toUtf8('this')), {
    reader: 'Dr. Narasimha',
    organisation: HOSPITAL.name,
    entries: 3,
    minutes: 30,
  })
  codes.push(await world.codeFor(MAIL), await world.codeFor(PHONE))

  const factor = await anna.call(beginSecondFactorEndpoint, { body: { password: PASSWORD } })
  const { options } = await anna.call(passkeyOptionsEndpoint, { body: { password: PASSWORD } })
  const attestation = new SoftPasskey(PUBLIC_URL).register(String(options['challenge']))
  await anna.call(addPasskeyEndpoint, { body: { name: 'Phone of Annapurna', attestation } })

  const { organisation } = await anna.call(registerOrganisationEndpoint, { body: HOSPITAL })
  const params = { organisation }
  await officer.call(decideOrganisationEndpoint, { params, body: { decision: 'approve' } })
  const invited = 'suresh.k@example.org'
  await anna.call(inviteEndpoint, { params, body: { identifier: invited, roles: ['nurse'] } })

  const { application } = await anna.call(applyEndpoint, { body: CLAIM })
  await anna.call(addScanEndpoint, { params: { application }, body: SCAN })
  const decision = { params: { application }, body: { decision: 'approve' } } as const
  const { practitioner } = await officer.call(decideApplicationEndpoint, decision)
  const order = {
    params: { practitioner: practitioner ?? '' },
    body: { kind: 'hold', order: ORDER },
  } as const
  await officer.call(proposeOrderEndpoint, order)

  const digits = anna.healthId.replaceAll(' ', '')
  const contacts = [PHONE, PHONE.slice(3), MAIL, invited, HOSPITAL.phone, 'officer@example.org']
  const words = [
    NAME,
    'Annapurna',
    '1980-06-01',
    'Dr. Narasimha',
    HOSPITAL.name,
    CLAIM.number,
    CLAIM.qualification,
  ]
  const more = [
    ORDER.text,
    ORDER.number,
    'Phone of Annapurna',
    factor.secret,
    ...factor.backupCodes,
    PASSWORD,
  ]
  secrets = [digits, anna.healthId, digits.slice(4), ...contacts, ...words, ...more]
  dump = await dumpOf(world)
})
afterAll(() => world[Symbol.asyncDispose]())

describe('the database, as text', () => {
  it('holds none of the names, numbers, addresses and words of people, in clear or in hexadecimal', () => {
    const found = secrets.filter(
      (secret) => dump.includes(secret) || dump.includes(Buffer.from(secret).toString('hex')),
    )
    expect(found).toEqual([])
  })

  it('holds no one-time password, nor a plain hash of one', () => {
    const hashes = codes.map((code) => Buffer.from(sha256(toUtf8(code))))
    const forms = hashes.flatMap((hash) => [hash.toString('hex'), hash.toString('base64url')])
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
    expect(codes.filter((code) => new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`).test(dump))).toEqual([])
    expect(forms.filter((form) => dump.includes(form))).toEqual([])
  })

  it('is not empty, and would be found in if something were there', () => {
    expect(dump.length).toBeGreaterThan(10_000)
    expect(dump).toContain('@handle.invalid')
    expect(dump).toContain('Test browser')
  })
})

async function dumpOf({ database, identity }: World): Promise<string> {
  await identity.courier.settled()
  const tables = await database.rows<{ name: string }>({
    text: `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
           where table_schema in ('auth', 'identity', 'ledger', 'public')`,
  })
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await database.rows<{ text: string }>({ text: `select t::text as text from ${name} t` })
    texts.push(...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}
