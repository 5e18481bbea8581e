import { refusingAs } from '../auth/calls.ts'
import type { Context } from '../context.ts'
import { formatHealthId } from '../model/index.ts'
import type { Actor } from '#http/model'
import type { WithCookies } from './answer.ts'
import { withCookies } from './answer.ts'

interface Enrolment {
  /** For the authenticator app: as a QR code or typed. */
  readonly uri: string
  readonly secret: string
  readonly backupCodes: string[]
}

export interface SecondFactors {
  begin(actor: Actor, password: string, headers: Headers): Promise<Enrolment>
  confirm(code: string, headers: Headers): Promise<readonly string[]>
  end(password: string, headers: Headers): Promise<readonly string[]>
  newBackupCodes(password: string, headers: Headers): Promise<WithCookies<string[]>>
}

export function openSecondFactors({ auth, database, people }: Context): SecondFactors {
  return {
    async begin(actor, password, headers) {
      await refusingAs('PASSWORD_REFUSED', () => auth.api.verifyPassword({ body: { password }, headers }))
      const body = { password, method: 'totp' } as const
      const answer = await refusingAs('SECOND_FACTOR_ON', () => auth.api.enableTwoFactor({ body, headers }))
      if (answer.method !== 'totp') throw new Error('another second factor than asked for')
      const { healthId } = await people.read(database, actor.person)
      return { ...labelled(answer.totpURI, formatHealthId(healthId)), backupCodes: answer.backupCodes }
    },
    async confirm(code, headers) {
      const call = { body: { code }, headers, returnHeaders: true } as const
      const answer = await refusingAs('CODE_REFUSED', () => auth.api.verifyTOTP(call))
      return answer.headers.getSetCookie()
    },
    async end(password, headers) {
      const call = { body: { password }, headers, returnHeaders: true } as const
      const answer = await refusingAs('PASSWORD_REFUSED', () => auth.api.disableTwoFactor(call))
      return answer.headers.getSetCookie()
    },
    async newBackupCodes(password, headers) {
      await refusingAs('PASSWORD_REFUSED', () => auth.api.verifyPassword({ body: { password }, headers }))
      const call = { body: { password }, headers, returnHeaders: true } as const
      const answer = await refusingAs('SECOND_FACTOR_OFF', () => auth.api.generateBackupCodes(call))
      return withCookies(answer.response.backupCodes, answer.headers)
    },
  }
}

/** better-auth knows the account by its handle only; in the app it should be known by the card's number. */
function labelled(uri: string, label: string): Pick<Enrolment, 'uri' | 'secret'> {
  const { searchParams } = new URL(uri)
  const secret = searchParams.get('secret')
  if (!secret) throw new Error('an enrolment without a secret')
  return { uri: `otpauth://totp/${encodeURIComponent(`Twinchart:${label}`)}?${searchParams}`, secret }
}
