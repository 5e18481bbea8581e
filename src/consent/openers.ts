/** The leaves of this subject's strands, opened in their order: for exports and for fsck. */
import { toHex, toUtf8, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { openConsent } from './grants.ts'
import { openLook } from './looks.ts'
import type { Permission } from './permission.ts'

/** What a leaf's commitment is over. */
export interface OpenedLeaf {
  readonly salt: Bytes
  readonly stored: Bytes
}

const PAGE = 1000
const LOOKS = {
  text: `select index, id, sealed from consent.look
         where chart = $1 and strand = $2 and index >= $3 and index < $4 order by index limit ${PAGE}`,
}
const CONSENTS = {
  text: `select index, id, sealed from consent.consent
         where chart = $1 and strand = $2 and index >= $3 and index < $4 order by index limit ${PAGE}`,
}

export async function* openLooks(
  session: Session,
  { chart, keys }: Permission,
  strand: number,
  count: number,
): AsyncGenerator<OpenedLeaf> {
  for (let from = 0; from < count;) {
    const rows = await session.rows<{ index: number; id: string; sealed: Bytes }>(LOOKS, [
      chart,
      strand,
      from,
      count,
    ])
    for (const { id, sealed } of rows) yield toLeaf(openLook(keys, chart, id, sealed))
    from = following(rows, from)
  }
}

export async function* openConsents(
  session: Session,
  { chart, keys }: Permission,
  strand: number,
  count: number,
): AsyncGenerator<OpenedLeaf> {
  for (let from = 0; from < count;) {
    const rows = await session.rows<{ index: number; id: Bytes; sealed: Bytes }>(CONSENTS, [
      chart,
      strand,
      from,
      count,
    ])
    for (const { id, sealed } of rows) yield toLeaf(openConsent(keys, chart, toHex(id), sealed))
    from = following(rows, from)
  }
}

/** The index to go on from; a gap in a strand is damage, not an end. */
export function following(rows: readonly { readonly index: number }[], from: number): number {
  const last = rows.at(-1)
  if (!last || last.index !== from + rows.length - 1)
    throw new Error('leaves of a strand are missing from the database')
  return last.index + 1
}

function toLeaf({ salt, stored }: { readonly salt: Bytes; readonly stored: string }): OpenedLeaf {
  return { salt, stored: toUtf8(stored) }
}
