import {
  fixed,
  isSignedBy,
  nullable,
  struct,
  taggedMessage,
  toUtf8,
  concat,
  toInstant,
  uint,
  type Bytes,
  type Decoded,
  type Instant,
} from '#kernel'
import { defineCollection, defineTransaction, randomId, signerOf } from '#ledger/model'

import { ConsentError } from './errors.ts'

const LONGEST_CONSENT = 366 * 24 * 3_600_000

/**
 * A consent on the ledger: when it began and ends, whether it was taken back, and a commitment to its opening. Never
 * whose chart, who reads, or what. The leaf is never deleted: being in force is an interval read from it.
 */
const consent = struct({
  commitment: fixed(32),
  keeper: randomId,
  grantedAt: uint,
  expiresAt: uint,
  revocationKey: fixed(32),
  revokedAt: nullable(uint),
})
type LedgerConsent = Decoded<typeof consent>
export const consents = defineCollection('consent', randomId, consent)

/** Whether it was in force at an instant: from the grant's block to the earlier of revocation and expiry, which are too late. */
function isInForce(consent: LedgerConsent, at: Instant): boolean {
  return consent.grantedAt <= at && at < Math.min(consent.expiresAt, consent.revokedAt ?? consent.expiresAt)
}

/** The patient's home node records what the patient allowed, with how it was confirmed in the envelope's authority. */
export const grantConsent = defineTransaction({
  type: 'consent/grant',
  body: struct({ consent: randomId, commitment: fixed(32), expiresAt: uint, revocationKey: fixed(32) }),
  apply(state, { body, authority, time }) {
    const keeper = signerOf(state, authority)
    if (authority.method === 'node') throw new ConsentError('NOT_ASKED_FOR', 'no consent without its patient')
    if (consents.get(state, body.consent))
      throw new ConsentError('CONSENT_EXISTS', 'this consent was used already')
    if (body.expiresAt <= time || body.expiresAt > time + LONGEST_CONSENT) {
      throw new ConsentError('EXPIRES_TOO_LATE', 'a consent ends after it begins, and within a year')
    }
    consents.put(state, body.consent, {
      commitment: body.commitment,
      keeper: keeper.id,
      grantedAt: time,
      expiresAt: body.expiresAt,
      revocationKey: body.revocationKey,
      revokedAt: null,
    })
  },
})

/** What the consent's one-time key signs to take it back. */
export function revocationMessage(chain: string, consent: Bytes): Bytes {
  return taggedMessage('revocation/1', concat(consent, toUtf8(chain)))
}

/** Whoever holds the consent's one-time key takes it back, through any organisation: nobody can refuse to pass it on. */
export const revokeConsent = defineTransaction({
  type: 'consent/revoke',
  body: struct({ consent: randomId, signature: fixed(64) }),
  apply(state, { body, authority, time, chain }) {
    signerOf(state, authority)
    const found = consents.get(state, body.consent)
    if (!found) throw new ConsentError('NO_SUCH_CONSENT', 'no such consent was recorded')
    if (found.revokedAt !== null)
      throw new ConsentError('ALREADY_REVOKED', 'this consent was taken back before')
    if (!isInForce(found, time)) throw new ConsentError('NOT_IN_FORCE', 'this consent has ended')
    if (!isSignedBy(found.revocationKey, revocationMessage(chain, body.consent), body.signature)) {
      throw new ConsentError('WRONG_REVOCATION_KEY', 'not signed with the key of this consent')
    }
    consents.put(state, body.consent, { ...found, revokedAt: toInstant(time) })
  },
})
