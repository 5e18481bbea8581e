import { DAY, MINUTE, openSigner, toInstant, type Bytes, type Instant } from '#kernel'
import { grantConsent, revocationMessage, revokeConsent } from '#consent/model'
import type { Method } from '#ledger/model'

import { authority, CHAIN, hospital, idOf, signed } from './people.ts'
import type { Act } from './recorder.ts'

const keyOf = (consent: string) => openSigner(idOf(`revocation key of ${consent}`, 32))

const act = (name: string, transaction: Bytes, refused?: string): Act => ({
  name,
  transaction,
  ...(refused === undefined ? {} : { refused }),
})
const grant = (name: string, consent: string, expiresAt: Instant, method: Method, refused?: string) =>
  act(
    name,
    signed(
      grantConsent,
      {
        consent: idOf(consent),
        commitment: idOf(`words of ${consent}`, 32),
        expiresAt,
        revocationKey: keyOf(consent).publicKey,
      },
      authority,
      method,
    ),
    refused,
  )
const revoke = (name: string, consent: string, refused?: string, by = authority, key = keyOf(consent)) => {
  const id = idOf(consent)
  const signature = key.sign(revocationMessage(CHAIN, id))
  return act(name, signed(revokeConsent, { consent: id, signature }, by), refused)
}

export const SHORT = 30 * MINUTE

export function grants(now: Instant): readonly Act[] {
  const soon = toInstant(now + SHORT)
  return [
    grant('by a one-time password', 'first', soon, 'otp'),
    grant('by a passkey', 'second', soon, 'passkey'),
    grant('by a second factor', 'third', toInstant(now + 366 * DAY), 'second-factor'),
    grant('without its patient', 'fourth', soon, 'node', 'NOT_ASKED_FOR'),
    grant('under an id that was used', 'first', soon, 'otp', 'CONSENT_EXISTS'),
    grant('until now', 'fifth', now, 'otp', 'EXPIRES_TOO_LATE'),
    grant('for longer than a year', 'sixth', toInstant(now + 366 * DAY + 1), 'otp', 'EXPIRES_TOO_LATE'),
    revoke('in the block that granted it', 'second'),
  ]
}

export const revocations: readonly Act[] = [
  revoke('with another consent’s key', 'first', 'WRONG_REVOCATION_KEY', authority, keyOf('second')),
  revoke('through another organisation', 'third', undefined, hospital),
  revoke('twice', 'third', 'ALREADY_REVOKED'),
  revoke('what nobody granted', 'nobody’s', 'NO_SUCH_CONSENT'),
]

/** At the very instant at which it ends. */
export const afterTheEnd: readonly Act[] = [revoke('what has ended', 'first', 'NOT_IN_FORCE')]
