/** Line 1: settings, the second step when signing in, passkeys, and sessions. */
import { TOTP, URI } from 'otpauth'
import { expect } from 'vitest'

import { PATIENTLY, type Someone } from '../someone.ts'
import { PASSWORD, writesPassword } from './account.ts'
import { readQr } from './qr.ts'

/** Kannada and dark, seen, and back again. */
export async function choosesLooks(someone: Someone): Promise<void> {
  const { page } = someone
  await someone.goes('/settings')
  await someone.chooses('Dark')
  await someone.chooses('ಕನ್ನಡ')
  await expect.poll(() => page.getAttribute('html', 'lang'), PATIENTLY).toContain('kn')
  await someone.looks('settings-in-kannada')
  await page.reload()
  await expect.poll(() => page.getAttribute('html', 'lang'), PATIENTLY).toContain('kn')
  await someone.chooses('English')
  await someone.chooses('Light')
  await someone.the('heading', 'Language and colours').waitFor()
  await someone.looks('settings')
}

/** One more way for messages to come, which a code that went there proves. A family may share a phone. */
export async function addsPhone(someone: Someone, phone: string): Promise<void> {
  await someone.goes('/settings')
  await someone.presses('Change or add one')
  await someone.writes('New e-mail or phone number', phone)
  await someone.presses('Send me a code')
  await someone.types('Code from the message', await someone.town.codeFor(phone))
  await someone.presses('Use this one')
  await someone.sees('Messages now come to')
}

/** Scans the QR as an authenticator app would, and answers with its first code. */
export async function turnsOnSecondStep(someone: Someone): Promise<TOTP> {
  await someone.goes('/settings')
  await someone.presses('Turn it on')
  await someone.writes('Password', PASSWORD)
  await someone.presses('Continue')
  const app = URI.parse(await readQr(someone.the('img', 'QR code for your authenticator app')))
  if (!(app instanceof TOTP)) throw new Error('the QR holds no TOTP')
  await someone.looks('second-step')
  await someone.types('Code from your authenticator app', app.generate())
  await someone.presses('Turn it on')
  await someone.sees('Keep these codes in a safe place')
  await someone.looks('backup-codes')
  await someone.presses('I have kept them')
  return app
}

export async function signsInWithCode(someone: Someone, contact: string, app: TOTP): Promise<void> {
  await someone.goes('/sign-in')
  await writesPassword(someone, contact)
  await someone.sees('One more step')
  await someone.looks('second-factor')
  await someone.types('Code from your authenticator app', app.generate())
  await someone.sees('Nobody can read your chart now')
}

/** A passkey of this device, which here is Chromium's own virtual one. */
export async function makesPasskey(someone: Someone): Promise<void> {
  const device = await someone.page.context().newCDPSession(someone.page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  await someone.goes('/settings')
  await someone.presses('Add a passkey')
  await someone.writes('Password', PASSWORD)
  await someone.presses('Add a passkey')
  await someone.sees('The passkey is kept')
}

export async function signsInWithPasskey(someone: Someone): Promise<void> {
  await someone.goes('/sign-in')
  await someone.presses('Sign in with a passkey')
  await someone.sees('Nobody can read your chart now')
}

/** Here and wherever else somebody is signed in as them. */
export async function signsOutEverywhere(someone: Someone, other: Someone): Promise<void> {
  await someone.goes('/settings')
  const sessions = someone.page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect.poll(() => sessions.count(), PATIENTLY).toBeGreaterThan(1)
  await someone.presses('Sign out everywhere')
  await someone.looks('sign-out-everywhere')
  await someone.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await someone.the('link', 'Make an account').waitFor()
  await other.goes('/chart')
  await other.sees('Sign in first')
}
