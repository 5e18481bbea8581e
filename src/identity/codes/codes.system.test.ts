import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { MINUTE, sha256, toBase64Url, toUtf8 } from '#kernel'

import { PASSWORD } from '../../../test/fixtures/forms.ts'
import { SoftPasskey } from '../authenticator.fixture.ts'
import {
  addPasskeyEndpoint,
  meEndpoint,
  passkeyOptionsEndpoint,
  passkeySignInEndpoint,
  passkeySignInOptionsEndpoint,
  passkeysEndpoint,
  removePasskeyEndpoint,
} from '../model/index.ts'
import { PUBLIC_URL, openWorld, refusal, type Person, type World } from '../world.fixture.ts'

const digest = sha256(toUtf8('exactly this'))
const another = sha256(toUtf8('something else'))
const words = { reader: 'Dr. Rao', organisation: 'City Hospital', entries: 12, minutes: 60 }

let world: World
let asha: Person
let person: string
beforeAll(async () => {
  world = await openWorld('codes')
  asha = await world.person('Asha', '98450 00001')
  person = (await asha.call(meEndpoint)).person
})
afterAll(() => world[Symbol.asyncDispose]())

const confirm = (code: string, of = digest) =>
  world.identity.confirmations.confirm(person, of, { by: 'otp', code })
const wrongFor = (code: string) => (code === '111111' ? '222222' : '111111')

describe('a one-time password for an act', () => {
  it('is sent with who asks and how much, and confirms exactly that, once', async () => {
    expect(await world.identity.confirmations.sendCode(person, digest, words)).toEqual({
      sentTo: '•••• 0001',
    })
    expect(await world.messageTo('98450 00001')).toMatch(/Dr\. Rao, City Hospital, read 12 entries/)
    const code = await world.codeFor('98450 00001')
    await expect(confirm(code, another)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    const confirmed = await confirm(code)
    expect(confirmed.method).toBe('otp')
    expect(JSON.parse(Buffer.from(confirmed.evidence).toString())).toMatchObject({
      agreed: Buffer.from(digest).toString('hex'),
    })
    await expect(confirm(code)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })

  it('is refused after five wrong tries, also when they come at once', async () => {
    await world.identity.confirmations.sendCode(person, digest, words)
    const code = await world.codeFor('98450 00001')
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => confirm(wrongFor(code))))
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(confirm(code)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })

  it('counts once when it is given twice at once', async () => {
    await world.identity.confirmations.sendCode(person, another, words)
    const code = await world.codeFor('98450 00001')
    const spent = await Promise.allSettled([confirm(code, another), confirm(code, another)])
    expect(spent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is too old after five minutes, and gives way to a newer one', async () => {
    await world.identity.confirmations.sendCode(person, digest, words)
    const old = await world.codeFor('98450 00001')
    await world.identity.confirmations.sendCode(person, digest, words)
    const fresh = await world.codeFor('98450 00001')
    if (old !== fresh) await expect(confirm(old)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    world.clock.advance(5 * MINUTE)
    await expect(confirm(fresh)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })

  it('is nobody else’s', async () => {
    world.clock.advance(16 * MINUTE)
    await world.identity.confirmations.sendCode(person, digest, words)
    const code = await world.codeFor('98450 00001')
    const stranger = (await (await world.person('Bina', 'bina@example.org')).call(meEndpoint)).person
    const proof = { by: 'otp', code } as const
    await expect(world.identity.confirmations.confirm(stranger, digest, proof)).rejects.toMatchObject(
      refusal('CODE_REFUSED'),
    )
  })

  it('is not sent more often than six times in a quarter of an hour', async () => {
    world.clock.advance(16 * MINUTE)
    for (let sent = 0; sent < 6; sent++) await world.identity.confirmations.sendCode(person, digest, words)
    await expect(world.identity.confirmations.sendCode(person, digest, words)).rejects.toMatchObject(
      refusal('TOO_MANY_CODES'),
    )
  })
})

describe('a passkey', () => {
  const key = new SoftPasskey(PUBLIC_URL)

  const add = async (passkey: SoftPasskey) => {
    const { options } = await asha.call(passkeyOptionsEndpoint, { body: { password: PASSWORD } })
    const attestation = passkey.register(String(options['challenge']))
    await asha.call(addPasskeyEndpoint, { body: { name: "Asha's phone", attestation } })
    return options
  }

  it('is made for the account after the password, under a name people know', async () => {
    await expect(
      asha.call(passkeyOptionsEndpoint, { body: { password: 'wrong one' } }),
    ).rejects.toMatchObject(refusal('PASSWORD_REFUSED'))
    expect(await add(key)).toMatchObject({ user: { name: asha.healthId, displayName: 'Asha' } })
    const { passkeys } = await asha.call(passkeysEndpoint)
    expect(passkeys).toMatchObject([{ name: "Asha's phone" }])
  })

  it('is not taken without its owner’s PIN or body, nor for another challenge', async () => {
    const careless = new SoftPasskey(PUBLIC_URL)
    careless.verifies = false
    await expect(add(careless)).rejects.toMatchObject(refusal('PASSKEY_REFUSED'))
    await asha.call(passkeyOptionsEndpoint, { body: { password: PASSWORD } })
    const attestation = new SoftPasskey(PUBLIC_URL).register(toBase64Url(digest))
    await expect(asha.call(addPasskeyEndpoint, { body: { name: 'x', attestation } })).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
  })

  it('signs in by itself', async () => {
    const browser = world.browser()
    const { options } = await browser.call(passkeySignInOptionsEndpoint)
    await browser.call(passkeySignInEndpoint, {
      body: { assertion: key.assert(String(options['challenge'])) },
    })
    expect(await browser.call(meEndpoint)).toMatchObject({ name: 'Asha', passkeys: 1 })
  })

  it('does not sign in carelessly, twice with one answer, or unknown', async () => {
    const browser = world.browser()
    const signIn = (assertion: Record<string, unknown>) =>
      browser.call(passkeySignInEndpoint, { body: { assertion } })
    const challenge = async () =>
      String((await browser.call(passkeySignInOptionsEndpoint)).options['challenge'])
    key.verifies = false
    await expect(signIn(key.assert(await challenge()))).rejects.toMatchObject(refusal('PASSKEY_REFUSED'))
    key.verifies = true
    const assertion = key.assert(await challenge())
    await signIn(assertion)
    await expect(signIn(assertion)).rejects.toMatchObject(refusal('PASSKEY_REFUSED'))
    await expect(signIn(new SoftPasskey(PUBLIC_URL).assert(await challenge()))).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
    await expect(signIn({ id: 'nonsense' })).rejects.toMatchObject(refusal('PASSKEY_REFUSED'))
  })

  it('confirms exactly what its challenge is the hash of, and the assertion is the evidence', async () => {
    const { challenge } = await world.identity.confirmations.challenge(person, digest)
    expect(challenge).toBe(toBase64Url(digest))
    const assertion = key.assert(toBase64Url(digest))
    const confirmWith = (given: Record<string, unknown>, of = digest, who = person) =>
      world.identity.confirmations.confirm(who, of, { by: 'passkey', assertion: given })
    await expect(confirmWith(assertion, another)).rejects.toMatchObject(refusal('PASSKEY_REFUSED'))
    const confirmed = await confirmWith(assertion)
    expect(confirmed.method).toBe('passkey')
    expect(JSON.parse(Buffer.from(confirmed.evidence).toString())).toMatchObject({
      assertion: { id: key.id },
    })
    key.verifies = false
    await expect(confirmWith(key.assert(toBase64Url(digest)))).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
    key.verifies = true
    key.counter = 0
    await expect(confirmWith(key.assert(toBase64Url(digest)))).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
    key.counter = 1000
    const stranger = (await (await world.person('Chitra', 'chitra@example.org')).call(meEndpoint)).person
    await expect(confirmWith(key.assert(toBase64Url(digest)), digest, stranger)).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
    const elsewhere = new SoftPasskey('https://twinchart.example.net')
    await expect(confirmWith(elsewhere.assert(toBase64Url(digest)))).rejects.toMatchObject(
      refusal('PASSKEY_REFUSED'),
    )
  })

  it('is forgotten by its owner only', async () => {
    const { passkeys } = await asha.call(passkeysEndpoint)
    const params = { passkey: passkeys[0]?.passkey ?? '' }
    const other = await world.person('Devi', 'devi@example.org')
    await expect(other.call(removePasskeyEndpoint, { params })).rejects.toMatchObject(
      refusal('NO_SUCH_PASSKEY'),
    )
    await asha.call(removePasskeyEndpoint, { params })
    expect(await asha.call(passkeysEndpoint)).toEqual({ passkeys: [] })
  })
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})
