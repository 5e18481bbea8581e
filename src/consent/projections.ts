/** What consents on the ledger leave in the tables that the gate reads, in the very transaction that writes the block. */
import type { Bytes } from '#kernel'
import { defineProjection, takeRoom } from '#ledger'
import { strandId } from '#ledger/model'

import type { Keyring } from './keyring.ts'
import { grantConsent, revokeConsent } from './model/index.ts'

const PREPARED = { text: 'select chart from consent.consent where id = $1 and granted_at is null' }
const GRANT = { text: 'update consent.consent set granted_at = $2, strand = $3, index = $4 where id = $1' }
const REVOKE = { text: 'update consent.consent set revoked_at = $2 where id = $1' }

/** `home` writes the consents' strand of every chart this node keeps. */
export function consentProjections(keyring: Keyring, home: Bytes) {
  return [
    defineProjection(grantConsent, async (session, { body, time }) => {
      const [row] = await session.rows<{ chart: string }>(PREPARED, [body.consent])
      if (!row) return
      const { secret } = await keyring.keysOf(row.chart)
      const strand = { chart: row.chart, kind: 'consents', writer: home } as const
      const room = await takeRoom(session, strand, 1, (ordinal) => strandId(secret, ordinal))
      await session.rows(GRANT, [body.consent, time, room.ordinal, room.first])
    }),
    defineProjection(revokeConsent, async (session, { body, time }) => {
      await session.rows(REVOKE, [body.consent, time])
    }),
  ]
}
