/** Looks as their patient reads them, and the proof of each. */
import { toBase64Url, toInstant, toUtf8, type Bytes, type Instant } from '#kernel'
import { proveLeaf, type Ledger } from '#ledger'
import type { Session } from '#storage'

import { consentLeafSources } from './leaves.ts'
import { openLook, type OpenedLook } from './looks.ts'
import { ConsentError, type Place } from './model/index.ts'
import type { Permission } from './permission.ts'
import { promise } from './receipts.ts'

/** A look, out of its seal. */
export interface KeptLook extends OpenedLook {
  readonly id: string
  readonly at: Instant
  readonly place: Place
  readonly strand: Bytes
  readonly leaf: Bytes
  readonly anchored: boolean
}

interface Row {
  readonly id: string
  readonly at: number
  readonly ordinal: number
  readonly index: number
  readonly strand: Bytes
  readonly leaf: Bytes
  readonly sealed: Bytes
  readonly anchored: boolean
}

const LOOK = `select l.id, l.at, l.strand as ordinal, l.index, s.strand, l.leaf, l.sealed,
    coalesce(l.index < a.anchored, false) as anchored
  from consent.look l join ledger.strand s on s.chart = l.chart and s.ordinal = l.strand
  left join ledger.anchor a on a.strand = s.strand where l.chart = $1`
const NEWEST = { text: `${LOOK} and (l.at, l.id) < ($2, $3::uuid) order by l.at desc, l.id desc limit $4` }
const ONE = { text: `${LOOK} and l.id = $2` }
const SINCE = {
  text: `select max(at) as at from consent.look l join consent.consent c on c.id = l.consent
         where l.chart = $1 and c.reader = $2 and l.consent <> $3`,
}
const COUNT = { text: 'select count(*)::int4 as looks from consent.look where chart = $1 and at >= $2' }

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Newest first; goes on after the last one of the page before. */
export async function looksAt(
  session: Session,
  permission: Permission,
  after: { readonly at: number; readonly id: string } | undefined,
  most: number,
): Promise<readonly KeptLook[]> {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: LAST_ID }
  const rows = await session.rows<Row>(NEWEST, [permission.chart, at, id, most])
  return rows.map((row) => toLook(permission, row))
}

/** When this reader last looked under another consent; null where never. */
export async function lastLook(
  session: Session,
  chart: string,
  reader: string,
  but: Bytes,
): Promise<Instant | null> {
  const [row] = await session.rows<{ at: number | null }>(SINCE, [chart, reader, but])
  return row?.at ? toInstant(row.at) : null
}

export async function countLooks(session: Session, chart: string, since: Instant): Promise<number> {
  const [row] = await session.rows<{ looks: number }>(COUNT, [chart, since])
  return row?.looks ?? 0
}

/** All that the patient's own browser needs to check one look. */
export async function receiptOf(ledger: Ledger, session: Session, permission: Permission, id: string) {
  const [row] = await session.rows<Row>(ONE, [permission.chart, id])
  if (!row) throw new ConsentError('NO_SUCH_LOOK', 'no such look at your chart')
  const look = toLook(permission, row)
  const source = consentLeafSources.find(({ kind }) => kind === 'looks')
  if (!source) throw new Error('nobody keeps looks')
  const proved = await proveLeaf(ledger, session, source, permission.chart, look.place)
  const [receipt] = promise(ledger.home, [{ ...look, index: row.index }])
  if (!receipt) throw new Error('one look has one receipt')
  return {
    words: toBase64Url(toUtf8(look.stored)),
    salt: toBase64Url(look.salt),
    receipt: { ...receipt, key: toBase64Url(ledger.home.publicKey) },
    chain: ledger.chain,
    strand: toBase64Url(row.strand),
    index: row.index,
    proof:
      proved.kind === 'proved'
        ? { path: proved.proof.path.map(toBase64Url), state: toBase64Url(proved.proof.state) }
        : null,
    refusal: proved.kind === 'waiting' ? proved.refusal : null,
  }
}

function toLook({ chart, keys }: Permission, row: Row): KeptLook {
  const { id, strand, leaf, anchored } = row
  const place = { strand: row.ordinal, index: row.index }
  return {
    id,
    at: toInstant(row.at),
    place,
    strand,
    leaf,
    anchored,
    ...openLook(keys, chart, id, row.sealed),
  }
}
