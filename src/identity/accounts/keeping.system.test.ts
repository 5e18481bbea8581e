import { TOTP, URI } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PASSWORD } from '../../../test/fixtures/forms.ts'
import {
  beginSecondFactorEndpoint,
  cardPdfEndpoint,
  cardPictureEndpoint,
  changeContactEndpoint,
  confirmContactEndpoint,
  confirmSecondFactorEndpoint,
  endSecondFactorEndpoint,
  meEndpoint,
  newBackupCodesEndpoint,
  removeContactEndpoint,
  secondFactorEndpoint,
  settingsEndpoint,
  signInEndpoint,
} from '../model/index.ts'
import { openWorld, refusal, type World } from '../world.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('keeping')
})
afterAll(() => world[Symbol.asyncDispose]())

describe('the second factor', () => {
  it('is asked for at every sign-in once a first code proved it, and backup codes work once', async () => {
    const omar = await world.person('Omar', 'omar@example.org')
    await expect(
      omar.call(beginSecondFactorEndpoint, { body: { password: 'wrong one' } }),
    ).rejects.toMatchObject(refusal('PASSWORD_REFUSED'))
    const { uri, secret, backupCodes } = await omar.call(beginSecondFactorEndpoint, {
      body: { password: PASSWORD },
    })
    expect(decodeURIComponent(uri)).toContain(`Twinchart:${omar.healthId}`)
    expect(uri).not.toContain('invalid')
    const totp = URI.parse(uri)
    if (!(totp instanceof TOTP)) throw new Error('not a TOTP')
    expect(totp.secret.base32).toBe(secret.replaceAll('=', ''))
    const wrong = totp.generate() === '000000' ? '000001' : '000000'
    await expect(omar.call(confirmSecondFactorEndpoint, { body: { code: wrong } })).rejects.toMatchObject(
      refusal('CODE_REFUSED'),
    )
    await omar.call(confirmSecondFactorEndpoint, { body: { code: totp.generate() } })
    expect(await omar.call(meEndpoint)).toMatchObject({ hasSecondFactor: true })
    await expect(
      omar.call(beginSecondFactorEndpoint, { body: { password: PASSWORD } }),
    ).rejects.toMatchObject(refusal('SECOND_FACTOR_ON'))

    const signIn = async () => {
      const browser = world.browser()
      const body = { identifier: omar.healthId, password: PASSWORD }
      expect(await browser.call(signInEndpoint, { body })).toEqual({ state: 'second-factor' })
      await expect(browser.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
      return browser
    }
    const browser = await signIn()
    await expect(
      browser.call(secondFactorEndpoint, { body: { by: 'totp', code: wrong } }),
    ).rejects.toMatchObject(refusal('CODE_REFUSED'))
    await browser.call(secondFactorEndpoint, { body: { by: 'totp', code: totp.generate() } })
    expect(await browser.call(meEndpoint)).toMatchObject({ name: 'Omar' })

    const [backup = ''] = backupCodes
    await (await signIn()).call(secondFactorEndpoint, { body: { by: 'backup', code: backup } })
    await expect(
      (await signIn()).call(secondFactorEndpoint, { body: { by: 'backup', code: backup } }),
    ).rejects.toMatchObject(refusal('CODE_REFUSED'))

    const fresh = await omar.call(newBackupCodesEndpoint, { body: { password: PASSWORD } })
    expect(fresh.backupCodes).not.toContain(backupCodes[1])
    await omar.call(endSecondFactorEndpoint, { body: { password: PASSWORD } })
    expect(await omar.call(meEndpoint)).toMatchObject({ hasSecondFactor: false })
    await expect(omar.call(newBackupCodesEndpoint, { body: { password: PASSWORD } })).rejects.toMatchObject(
      refusal('SECOND_FACTOR_OFF'),
    )
  })

  it('concerns who is signing in, not who was signed in before', async () => {
    const [pia, quinn] = [
      await world.person('Pia', 'pia@example.org'),
      await world.person('Quinn', 'quinn@example.org'),
    ]
    const { uri } = await quinn.call(beginSecondFactorEndpoint, { body: { password: PASSWORD } })
    const totp = URI.parse(uri)
    await quinn.call(confirmSecondFactorEndpoint, {
      body: { code: totp instanceof TOTP ? totp.generate() : '' },
    })
    await pia.call(signInEndpoint, { body: { identifier: quinn.healthId, password: PASSWORD } })
    await pia.call(secondFactorEndpoint, {
      body: { by: 'totp', code: totp instanceof TOTP ? totp.generate() : '' },
    })
    expect(await pia.call(meEndpoint)).toMatchObject({ name: 'Quinn' })
  })
})

describe('contacts and settings', () => {
  it('change with the code sent to the new one, and the one before is told', async () => {
    const rita = await world.person('Rita', 'rita@example.org')
    await rita.call(settingsEndpoint, { body: { language: 'kn', theme: 'dark' } })
    const contact = 'rita.new@example.org'
    await rita.call(changeContactEndpoint, { body: { contact } })
    expect(await world.messageTo(contact)).toMatch(/[\u0c80-\u0cff]/)
    const code = await world.codeFor(contact)
    const elsewhere = { body: { contact: 'rita.other@example.org', code } }
    await expect(rita.call(confirmContactEndpoint, elsewhere)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    await rita.call(confirmContactEndpoint, { body: { contact, code } })
    expect((await rita.call(meEndpoint)).contacts).toEqual([{ channel: 'email', address: contact }])
    expect(await world.messageTo('rita@example.org')).toContain('r•••@example.org')
    const before = { body: { identifier: 'rita@example.org', password: PASSWORD } }
    await expect(world.browser().call(signInEndpoint, before)).rejects.toMatchObject(
      refusal('SIGN_IN_REFUSED'),
    )
  })

  it('leaves one way to reach a person', async () => {
    const sita = await world.person('Sita', 'sita@example.org')
    const remove = (channel: 'email' | 'phone') => sita.call(removeContactEndpoint, { params: { channel } })
    await expect(remove('email')).rejects.toMatchObject(refusal('LAST_CONTACT'))
    await sita.call(changeContactEndpoint, { body: { contact: '98450 55555' } })
    await sita.call(confirmContactEndpoint, {
      body: { contact: '98450 55555', code: await world.codeFor('98450 55555') },
    })
    await remove('email')
    expect((await sita.call(meEndpoint)).contacts).toEqual([{ channel: 'phone', address: '+919845055555' }])
  })
})

describe('the card', () => {
  it('is served to its holder as PDF and as picture, in their language', async () => {
    const usha = await world.person('Usha', 'usha@example.org')
    await usha.call(settingsEndpoint, { body: { language: 'kn', theme: 'system' } })
    for (const paper of ['card', 'a4'] as const) {
      const { type, bytes } = await usha.bytes(cardPdfEndpoint, { query: { paper } })
      expect(type).toBe('application/pdf')
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect((await usha.bytes(cardPictureEndpoint)).type).toBe('image/png')
    await expect(world.browser().bytes(cardPictureEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
  })
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})
