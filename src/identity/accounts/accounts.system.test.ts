import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DAY, MINUTE } from '#kernel'

import { PASSWORD } from '../../../test/fixtures/forms.ts'
import {
  changePasswordEndpoint,
  endAllSessionsEndpoint,
  endSessionEndpoint,
  forgottenEndpoint,
  isHealthId,
  meEndpoint,
  resendCodeEndpoint,
  resetEndpoint,
  sessionsEndpoint,
  signInEndpoint,
  signOutEndpoint,
  signUpEndpoint,
  verifyEndpoint,
} from '../model/index.ts'
import { FORM, openWorld, refusal, type Person, type World } from '../world.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('accounts')
})
afterAll(() => world[Symbol.asyncDispose]())

describe('signing up', () => {
  it('gives a health ID and a session once the code is given, and a chart comes to be', async () => {
    const before = world.born.length
    const asha = await world.person('Asha Rao', 'asha@example.org')
    expect(isHealthId(asha.healthId.replaceAll(' ', ''))).toBe(true)
    expect(asha.healthId).toMatch(/^1000 /)
    expect(world.born.length).toBe(before + 1)
    expect(await asha.call(meEndpoint)).toMatchObject({
      name: 'Asha Rao',
      healthId: asha.healthId,
      isOfficer: false,
    })
  })

  it('works by phone for a whole family, each with a number of their own', async () => {
    const [one, two] = [
      await world.person('Kamala', '98450 00001'),
      await world.person('Girish', '9845000001'),
    ]
    expect(one.healthId).not.toBe(two.healthId)
  })

  it('does not let anybody in before the code is given', async () => {
    const browser = world.browser()
    const body = { ...FORM, name: 'Nobody Yet', contact: 'nobody@example.org' }
    await browser.call(signUpEndpoint, { body })
    const signIn = { body: { identifier: 'nobody@example.org', password: PASSWORD } }
    await expect(browser.call(signInEndpoint, signIn)).rejects.toMatchObject(refusal('SIGN_IN_REFUSED'))
  })

  it('answers the same for a contact that others have and one that nobody has', async () => {
    const body = (contact: string) => ({ body: { ...FORM, name: 'Somebody', contact } })
    const known = await world.browser().call(signUpEndpoint, body('asha@example.org'))
    const unknown = await world.browser().call(signUpEndpoint, body('another@example.org'))
    expect(known).toEqual({ signUp: known.signUp, sentTo: 'a•••@example.org' })
    expect(unknown).toEqual({ signUp: unknown.signUp, sentTo: 'a•••@example.org' })
  })

  it('takes the right code only, five tries long', async () => {
    const contact = 'tries@example.org'
    const browser = world.browser()
    const { signUp } = await browser.call(signUpEndpoint, { body: { ...FORM, name: 'Tara', contact } })
    const code = await world.codeFor(contact)
    const wrong = { body: { signUp, code: code === '000000' ? '000001' : '000000' } }
    for (let tries = 0; tries < 5; tries++)
      await expect(browser.call(verifyEndpoint, wrong)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    await expect(browser.call(verifyEndpoint, { body: { signUp, code } })).rejects.toMatchObject(
      refusal('CODE_REFUSED'),
    )
    await browser.call(resendCodeEndpoint, { body: { signUp } })
    await browser.call(verifyEndpoint, { body: { signUp, code: await world.codeFor(contact) } })
    await expect(browser.call(meEndpoint)).resolves.toMatchObject({ name: 'Tara' })
  })

  it('sends no further code for an account that is verified', async () => {
    const me = await (await world.person('Done', 'done@example.org')).call(meEndpoint)
    await world.browser().call(resendCodeEndpoint, { body: { signUp: me.person } })
    const code = await world.codeFor('done@example.org')
    const again = { body: { signUp: me.person, code } }
    await expect(world.browser().call(verifyEndpoint, again)).rejects.toMatchObject(refusal('CODE_REFUSED'))
  })

  it('refuses what cannot be a contact, a weak password and more codes than anybody needs', async () => {
    const sign = (more: object) =>
      world.browser().call(signUpEndpoint, {
        body: { ...FORM, name: 'Xavier Pinto', ...more, contact: 'x@example.org', ...more },
      })
    await expect(sign({ contact: 'not a contact' })).rejects.toMatchObject(refusal('NOT_A_CONTACT'))
    await expect(sign({ password: 'xavierpinto' })).rejects.toMatchObject(refusal('PASSWORD_TOO_WEAK'))
    for (let codes = 0; codes < 6; codes++) await sign({ contact: 'plagued@example.org' })
    await expect(sign({ contact: 'plagued@example.org' })).rejects.toMatchObject(refusal('TOO_MANY_CODES'))
  })

  it('is forgotten when nobody verified it for a day', async () => {
    await world
      .browser()
      .call(signUpEndpoint, { body: { ...FORM, name: 'Stale', contact: 'stale@example.org' } })
    world.clock.advance(DAY + MINUTE)
    await world.identity.tidy()
    const { count } = await countOf('select count(*)::int4 from auth."user" where not "emailVerified"')
    expect(count).toBe(0)
    expect(
      await countOf(
        'select count(*)::int4 from identity.person where handle is not null and verified_at is null',
      ),
    ).toEqual({ count: 0 })
  })
})

describe('signing in', () => {
  let ravi: Person
  beforeAll(async () => {
    ravi = await world.person('Ravi Kumar', 'ravi@example.org')
  })

  it.each([
    ['an e-mail address', () => ' RAVI@example.org'],
    ['the health ID', () => ravi.healthId],
  ])('works by %s and password', async (_, identifier) => {
    const browser = world.browser()
    const answer = await browser.call(signInEndpoint, {
      body: { identifier: identifier(), password: PASSWORD },
    })
    expect(answer).toEqual({ state: 'signed-in' })
    expect(await browser.call(meEndpoint)).toMatchObject({ name: 'Ravi Kumar' })
  })

  it('says the same of a wrong password, of nobody and of nonsense', async () => {
    for (const identifier of [
      'ravi@example.org',
      'nobody-at-all@example.org',
      '10001234567899',
      'nonsense',
    ]) {
      const body = { identifier, password: 'not-the-password' }
      await expect(world.browser().call(signInEndpoint, { body })).rejects.toMatchObject(
        refusal('SIGN_IN_REFUSED'),
      )
    }
  })

  it('finds out of a family whose password it is, and asks where two have the same', async () => {
    const phone = '98450 11111'
    const [elder] = [await world.person('Elder', phone), await world.person('Younger', phone)]
    const shared = await world
      .browser()
      .call(signInEndpoint, { body: { identifier: phone, password: PASSWORD } })
    if (shared.state !== 'choose') throw new Error('nobody was asked')
    expect(shared.people.map(({ name }) => name).toSorted()).toEqual(['Elder', 'Younger'])
    await elder.call(changePasswordEndpoint, { body: { current: PASSWORD, next: 'another-mango-77' } })
    const browser = world.browser()
    await browser.call(signInEndpoint, { body: { identifier: phone, password: 'another-mango-77' } })
    expect(await browser.call(meEndpoint)).toMatchObject({ name: 'Elder' })
  })

  it('is slowed for whoever guesses at one account from many machines', async () => {
    const body = { identifier: 'guessed@example.org', password: 'a guess at it' }
    const guesses = Array.from({ length: 21 }, () =>
      world
        .browser()
        .call(signInEndpoint, { body })
        .catch((error: unknown) => error),
    )
    expect(await Promise.all(guesses)).toContainEqual(expect.objectContaining(refusal('TOO_MANY_REQUESTS')))
  })

  it('does not take a cookie that somebody altered, or made from what lies in the database', async () => {
    const [token] = await world.database.rows<{ token: string }>({
      text: 'select token from auth.session limit 1',
    })
    for (const [name, value] of ravi.cookies) {
      const forged = world.browser()
      forged.cookies.set(
        name,
        value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
      )
      await expect(forged.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
      forged.cookies.set(name, `${token?.token ?? ''}.${'A'.repeat(43)}=`)
      await expect(forged.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
    }
  })
})

describe('a session', () => {
  it('is listed, ended one by one, and everywhere at once', async () => {
    const mina = await world.person('Mina', 'mina@example.org')
    const [phone, desk] = [world.browser(), world.browser()]
    const body = { identifier: 'mina@example.org', password: PASSWORD }
    await phone.call(signInEndpoint, { body })
    await desk.call(signInEndpoint, { body })
    const { sessions } = await mina.call(sessionsEndpoint)
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1)
    expect(sessions[0]?.browser).toBe('Test browser')
    const other = sessions.find(({ isThisOne }) => !isThisOne)
    await mina.call(endSessionEndpoint, { params: { session: other?.session ?? '' } })
    const open = await Promise.allSettled([phone.call(meEndpoint), desk.call(meEndpoint)])
    expect(open.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await mina.call(endAllSessionsEndpoint)
    const left = await Promise.allSettled([mina, phone, desk].map((browser) => browser.call(meEndpoint)))
    expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(0)
  })

  it('ends by signing out, and is nobody else’s to end', async () => {
    const [one, other] = [
      await world.person('One', 'one@example.org'),
      await world.person('Other', 'other@example.org'),
    ]
    const { sessions } = await one.call(sessionsEndpoint)
    const params = { session: sessions[0]?.session ?? '' }
    await expect(other.call(endSessionEndpoint, { params })).rejects.toMatchObject(refusal('NO_SUCH_SESSION'))
    await one.call(signOutEndpoint)
    await expect(one.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
  })
})

describe('a password', () => {
  it('is changed with the one before, and ends the other sessions', async () => {
    const lata = await world.person('Lata', 'lata@example.org')
    const elsewhere = world.browser()
    await elsewhere.call(signInEndpoint, { body: { identifier: lata.healthId, password: PASSWORD } })
    const change = (current: string, next: string) =>
      lata.call(changePasswordEndpoint, { body: { current, next } })
    await expect(change('not the password', 'jackfruit-at-noon')).rejects.toMatchObject(
      refusal('PASSWORD_REFUSED'),
    )
    await expect(change(PASSWORD, 'lata@example.org')).rejects.toMatchObject(refusal('PASSWORD_TOO_WEAK'))
    await change(PASSWORD, 'jackfruit-at-noon')
    expect(await lata.call(meEndpoint)).toMatchObject({ name: 'Lata' })
    await expect(elsewhere.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
  })

  it('is reset with a code, which ends every session; a stranger’s contact gets none, and the answer does not say', async () => {
    const nalini = await world.person('Nalini', '98450 22222')
    const forget = (identifier: string) => world.browser().call(forgottenEndpoint, { body: { identifier } })
    expect(await forget('98450 22222')).toEqual(await forget('98450 33333'))
    expect(await world.messageTo('98450 33333')).toBe('')
    const reset = (code: string, password = 'jackfruit-at-noon') =>
      world.browser().call(resetEndpoint, { body: { identifier: '9845022222', code, password } })
    const code = await world.codeFor('98450 22222')
    await expect(reset(code === '123456' ? '654321' : '123456')).rejects.toMatchObject(
      refusal('CODE_REFUSED'),
    )
    await expect(reset(code, 'password123')).rejects.toMatchObject(refusal('PASSWORD_TOO_WEAK'))
    await reset(code)
    await expect(reset(code)).rejects.toMatchObject(refusal('CODE_REFUSED'))
    await expect(nalini.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
    await world
      .browser()
      .call(signInEndpoint, { body: { identifier: nalini.healthId, password: 'jackfruit-at-noon' } })
  })

  it('is reset for that member of a family whose code it is', async () => {
    const phone = '98450 44444'
    const [mother, son] = [await world.person('Mother', phone), await world.person('Son', phone)]
    await world.browser().call(forgottenEndpoint, { body: { identifier: son.healthId } })
    expect(await world.messageTo(phone)).toContain(son.healthId.replaceAll(' ', '').slice(-4))
    const body = {
      identifier: son.healthId,
      code: await world.codeFor(phone),
      password: 'coconut-by-the-sea',
    }
    await world.browser().call(resetEndpoint, { body })
    await expect(son.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
    expect(await mother.call(meEndpoint)).toMatchObject({ name: 'Mother' })
  })
})

it('a session runs out after a week', async () => {
  const person = await world.person('Week', 'week@example.org')
  world.clock.advance(7 * DAY + MINUTE)
  await expect(person.call(meEndpoint)).rejects.toMatchObject(refusal('SIGN_IN_FIRST'))
})

it('nothing of it was an error of ours', () => {
  expect(world.failures).toEqual([])
})

async function countOf(text: string): Promise<{ readonly count: number }> {
  const [row] = await world.database.rows<{ count: number }>({ text })
  return { count: row?.count ?? -1 }
}
