import type { Actor } from '#http/model'
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '#kernel'

import { refusingAs } from '../auth/calls.ts'
import type { Context } from '../context.ts'
import { IdentityError, formatHealthId } from '../model/index.ts'
import { withCookies, type WithCookies } from './answer.ts'
import type { Passwords } from './passwords.ts'

interface KnownPasskey {
  readonly passkey: string
  readonly name: string
  readonly since: number
}

export interface Passkeys {
  options(actor: Actor, password: string, headers: Headers): Promise<WithCookies<Record<string, unknown>>>
  add(actor: Actor, name: string, attestation: Record<string, unknown>, headers: Headers): Promise<void>
  list(actor: Actor, headers: Headers): Promise<readonly KnownPasskey[]>
  remove(passkey: string, headers: Headers): Promise<void>
}

export function openPasskeys({ auth, vault, people, database }: Context, passwords: Passwords): Passkeys {
  const nameOf = (person: string, sealed: string) =>
    fromUtf8(vault.unseal('passkey-name', person, fromBase64Url(sealed)))
  return {
    async options({ person }, password, headers) {
      await passwords.require(password, headers)
      const answer = await auth.api.generatePasskeyRegistrationOptions({
        headers,
        query: {},
        returnHeaders: true,
      })
      const { name: displayName, healthId } = await people.read(database, person)
      const user = { ...answer.response.user, name: formatHealthId(healthId), displayName }
      return withCookies({ ...answer.response, user }, answer.headers)
    },
    async add({ person }, name, response, headers) {
      const sealed = toBase64Url(vault.seal('passkey-name', person, toUtf8(name)))
      await refusingAs('PASSKEY_REFUSED', () =>
        auth.api.verifyPasskeyRegistration({ body: { response, name: sealed }, headers }),
      )
    },
    async list({ person }, headers) {
      const passkeys = await auth.api.listPasskeys({ headers })
      return passkeys.map(({ id, name, createdAt }) => ({
        passkey: id,
        name: name ? nameOf(person, name) : '',
        since: createdAt.getTime(),
      }))
    },
    async remove(passkey, headers) {
      const found = (await auth.api.listPasskeys({ headers })).some(({ id }) => id === passkey)
      if (!found) throw new IdentityError('NO_SUCH_PASSKEY', 'there is no such passkey any more')
      await auth.api.deletePasskey({ body: { id: passkey }, headers })
    },
  }
}
