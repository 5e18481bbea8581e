/** Passkeys (WebAuthn): the browser asks the person, we carry what it says. The library comes when it is first needed. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { z } from 'zod'
import { newOwnProblem } from './problem.ts'

/** What the server made with its own library; the browser reads the rest. */
const hasChallenge = (value: unknown) => z.looseObject({ challenge: z.string() }).safeParse(value).success
const requestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>(hasChallenge)
const creationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>(hasChallenge)

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = 'PublicKeyCredential' in globalThis

/** The person's yes to exactly this challenge. */
export function askPasskey(options: unknown): Promise<Record<string, unknown>> {
  return asked(async () => {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    return { ...(await startAuthentication({ optionsJSON: requestOptions.parse(options) })) }
  })
}

/** A new passkey on this device. */
export function makePasskey(options: unknown): Promise<Record<string, unknown>> {
  return asked(async () => {
    const { startRegistration } = await import('@simplewebauthn/browser')
    return { ...(await startRegistration({ optionsJSON: creationOptions.parse(options) })) }
  })
}

/** Whoever closes the browser's question has changed nothing, and may ask again. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw newOwnProblem('PASSKEY_NOT_USED', error)
  }
}
