/**
 * One-time passwords for what a person agrees to, apart from signing in: six digits, bound to the hash of exactly that,
 * kept as a MAC, five tries in five minutes, then never again.
 */
import { later, type Bytes, type Chance, type Clock } from '#kernel'
import type { Session } from '#storage'

import { CODE_LASTS, CODE_TRIES } from '../auth/auth.ts'
import { authRefusal } from '../auth/calls.ts'
import { isSameMac, type Vault } from '../vault.ts'

const CODES = 1_000_000

export interface OneTimeCodes {
  /** A new code for this subject and exactly this; one before it no longer counts. Whoever it is for must be told. */
  issue(session: Session, subject: string, digest: Bytes): Promise<string>
  /** Spends the code or throws: a wrong, old, spent or unknown one are all the same. */
  spend(session: Session, subject: string, digest: Bytes, code: string): Promise<void>
}

/** A subject may be nobody: whoever asks for a code in vain must see no difference. */
const ISSUE = {
  name: 'identity-code-issue',
  text: `insert into identity.code (subject, digest, mac, expires_at) values ($1, $2, $3, $4)
         on conflict (subject, digest) do update set mac = $3, tries = 0, expires_at = $4`,
}
const CLEAN = { name: 'identity-code-clean', text: 'delete from identity.code where expires_at <= $1' }
/** Counts the try before it looks, so that tries at once are as many as tries one after another. */
const TRY = {
  name: 'identity-code-try',
  text: `update identity.code set tries = tries + 1
         where subject = $1 and digest = $2 and tries < $3 and expires_at > $4 returning mac`,
}
const SPEND = {
  name: 'identity-code-spend',
  text: 'delete from identity.code where subject = $1 and digest = $2 and mac = $3 returning 1',
}

export function openOneTimeCodes(vault: Vault, clock: Clock, chance: Chance): OneTimeCodes {
  return {
    async issue(session, subject, digest) {
      const code = drawCode(chance)
      const now = clock.now()
      await session.rows(CLEAN, [now])
      await session.rows(ISSUE, [
        subject,
        digest,
        vault.codeMac(subject, digest, code),
        later(now, CODE_LASTS),
      ])
      return code
    },
    async spend(session, subject, digest, code) {
      const [tried] = await session.rows<{ mac: Bytes }>(TRY, [subject, digest, CODE_TRIES, clock.now()])
      const mac = vault.codeMac(subject, digest, code)
      if (!isSameMac(tried?.mac, mac)) throw authRefusal('CODE_REFUSED')
      const spent = await session.rows(SPEND, [subject, digest, mac])
      if (spent.length === 0) throw authRefusal('CODE_REFUSED')
    },
  }
}

/** 48 random bits over a million: the likeliest code is less than 1 in 10^8 likelier than the others. */
function drawCode(chance: Chance): string {
  const drawn = chance.bytes(6).reduce((sum, byte) => sum * 256 + byte, 0)
  return String(drawn % CODES).padStart(6, '0')
}
