import { isAPIError } from 'better-auth/api'

import { IdentityError, type IdentityCode } from '../model/index.ts'

const SENTENCES = {
  CODE_REFUSED: 'This code is not right, or no longer. Ask for a new one.',
  PASSKEY_REFUSED: 'This passkey was not accepted.',
  PASSWORD_REFUSED: 'This is not the password.',
  SECOND_FACTOR_OFF: 'There is no second factor yet.',
  SECOND_FACTOR_ON: 'The second factor is on already.',
  SIGN_IN_REFUSED: 'Nobody signs in with these.',
} as const satisfies Partial<Record<IdentityCode, string>>
type AuthCode = keyof typeof SENTENCES

export function authRefusal(code: AuthCode, cause?: unknown): IdentityError {
  return new IdentityError(code, SENTENCES[code], { cause })
}

/** better-auth blames itself for a new passkey that does not verify. */
const BAD_PASSKEY = 'FAILED_TO_VERIFY_REGISTRATION'

/** Calls better-auth; whatever it refuses becomes our one word for it, so that its reasons tell nobody anything. */
export async function refusingAs<T>(code: AuthCode, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (isAPIError(error) && (error.statusCode < 500 || error.body?.code === BAD_PASSKEY))
      throw authRefusal(code)
    throw error
  }
}
