/** The leaves of this subject's strands, opened in their order: for exports and for fsck. */
import { toHex, toUtf8, type Bytes } from '#kernel'
import type { Session, Statement } from '#storage'

import { openConsent } from './grants.ts'
import { openLook } from './looks.ts'
import type { Permission } from './permission.ts'

/** What a leaf's commitment is over. */
export interface OpenedLeaf {
  readonly salt: Bytes
  readonly stored: Bytes
}

const PAGE = 1000
const LOOKS = stretchOf('consent.look')
const CONSENTS = stretchOf('consent.consent')

interface SealedLeaf<Id> {
  readonly index: number
  readonly id: Id
  readonly sealed: Bytes
}

export async function* openLooks(
  session: Session,
  { chart, keys }: Permission,
  strand: number,
  count: number,
): AsyncGenerator<OpenedLeaf> {
  for await (const { id, sealed } of leavesOf<string>(session, LOOKS, chart, strand, count))
    yield toLeaf(openLook(keys, chart, id, sealed))
}

export async function* openConsents(
  session: Session,
  { chart, keys }: Permission,
  strand: number,
  count: number,
): AsyncGenerator<OpenedLeaf> {
  for await (const { id, sealed } of leavesOf<Bytes>(session, CONSENTS, chart, strand, count))
    yield toLeaf(openConsent(keys, chart, toHex(id), sealed))
}

/** The index to go on from; a gap in a strand is damage, not an end. */
function following(rows: readonly { readonly index: number }[], from: number): number {
  const last = rows.at(-1)
  if (!last || last.index !== from + rows.length - 1)
    throw new Error('leaves of a strand are missing from the database')
  return last.index + 1
}

async function* leavesOf<Id>(
  session: Session,
  stretch: Statement,
  chart: string,
  strand: number,
  count: number,
): AsyncGenerator<SealedLeaf<Id>> {
  for (let from = 0; from < count;) {
    const rows = await session.rows<SealedLeaf<Id>>(stretch, [chart, strand, from, count])
    yield* rows
    from = following(rows, from)
  }
}

function stretchOf(table: string): Statement {
  const text = `select index, id, sealed from ${table}
                where chart = $1 and strand = $2 and index >= $3 and index < $4 order by index limit ${PAGE}`
  return { text }
}

function toLeaf({ salt, stored }: { readonly salt: Bytes; readonly stored: string }): OpenedLeaf {
  return { salt, stored: toUtf8(stored) }
}
