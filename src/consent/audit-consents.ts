/**
 * Every consent of a chart out of its seal, against its commitment, against what the ledger says of it, and against the
 * table that the gate reads: reader, times, kinds, dates, and exactly what it opens.
 */
import { isSame, toHex, toUtf8, type Bytes } from '#kernel'
import type { Finding } from '#ledger'
import { commitmentOf, type StateReader } from '#ledger/model'
import type { Session } from '#storage'

import { unlessBroken } from './audit-looks.ts'
import { openConsent } from './grants.ts'
import type { ChartKeys } from './keyring.ts'
import { consents, covers, kindSchema, type Opening, type Place } from './model/index.ts'

/** What is known of an entry, to say whether a consent may open it that did not list it. */
export interface AuditedEntry {
  readonly kind: string
  readonly careDay: string
  readonly sensitive: boolean
  /** The place of the entry that this one takes the place of. */
  readonly replaces: Place | null
}

interface ConsentAudit {
  readonly session: Session
  readonly state: StateReader
  readonly keys: ChartKeys
  readonly chart: string
  /** The entry at a place of this chart. */
  entryAt(place: Place): AuditedEntry | undefined
}

interface Row {
  readonly id: Bytes
  readonly practitioner: Bytes
  readonly organisation: Bytes
  readonly kinds: readonly string[]
  readonly care_from: string | null
  readonly care_to: string | null
  readonly later: boolean
  readonly expires_at: number
  readonly granted_at: number | null
  readonly revoked_at: number | null
  readonly leaf: Bytes
  readonly sealed: Bytes
  /** Whether the licence of the practitioner is the reader's. */
  readonly is_reader: boolean | null
  /** Of the strand it says it stands in. */
  readonly next: number | null
  readonly index: number | null
}

const ROWS = {
  text: `select c.*, s.next, (select l.person = c.reader from identity.licence l where l.practitioner = c.practitioner) as is_reader
         from consent.consent c
         left join ledger.strand s on s.chart = c.chart and s.ordinal = c.strand and s.kind = 'consents'
         where c.chart = $1 order by c.strand, c.index`,
}
const OPENED = { text: 'select strand, index from consent.opened where consent = $1' }

/** Finds what is wrong; answers how many consents were granted. */
export async function* auditConsents(audit: ConsentAudit): AsyncGenerator<Finding, number, undefined> {
  const { session, state, chart } = audit
  const rows = await session.rows<Row>(ROWS, [chart])
  let granted = 0
  for (const row of rows) {
    const onLedger = unlessBroken(() => consents.get(state, row.id))
    if (row.granted_at === null && !onLedger) continue
    granted += 1
    const opened = unlessBroken(() => openConsent(audit.keys, chart, toHex(row.id), row.sealed))
    const differs = [
      ...ledgerDifferences(row, onLedger),
      ...(opened ? wordDifferences(row, opened) : ['its seal does not open']),
      ...(opened ? await openedDifferences(audit, row.id, opened.opening) : []),
    ]
    for (const each of differs) yield { kind: 'consent', id: toHex(row.id), differs: each }
  }
  return granted
}

function ledgerDifferences(row: Row, onLedger: ReturnType<typeof consents.get>): readonly string[] {
  if (!onLedger) return ['the ledger knows nothing of it']
  const isPlaced = row.next !== null && row.index !== null && row.index < row.next
  return [
    ...(row.granted_at === onLedger.grantedAt ? [] : ['the ledger says another time of granting']),
    ...(row.revoked_at === onLedger.revokedAt ? [] : ['the ledger says another time of taking back']),
    ...(row.expires_at === onLedger.expiresAt ? [] : ['the ledger says another end']),
    ...(isSame(row.leaf, onLedger.commitment) ? [] : ['the ledger committed to other words']),
    ...(isPlaced ? [] : ['it stands outside the strands of its chart']),
  ]
}

function wordDifferences(
  row: Row,
  { salt, stored, opening }: ReturnType<typeof openConsent>,
): readonly string[] {
  const kept = [toHex(row.practitioner), toHex(row.organisation), row.care_from, row.care_to, row.later]
  const said = [opening.practitioner, opening.organisation, opening.care.from, opening.care.to, opening.later]
  const isAlike = kept.every((value, i) => value === said[i]) && row.kinds.join() === opening.kinds.join()
  return [
    ...(isSame(commitmentOf(salt, toUtf8(stored)), row.leaf)
      ? []
      : ['its words are not what was committed to']),
    ...(opening.consent === toHex(row.id) ? [] : ['its words are those of another']),
    ...(isAlike ? [] : ['the table says something else than its words']),
    ...(opening.expiresAt === row.expires_at ? [] : ['the table says another end than its words']),
    ...(row.is_reader === false ? ['its reader is not the practitioner it names'] : []),
  ]
}

/** What it lists it opens; beside that, only what came later within its bounds, or in the place of something it opens. */
async function openedDifferences(
  { session, entryAt }: ConsentAudit,
  id: Bytes,
  opening: Opening,
): Promise<readonly string[]> {
  const opened = await session.rows<Place>(OPENED, [id])
  const isOpened = new Set(opened.map(nameOf))
  const listed = new Set(opening.entries.map(nameOf))
  const missing = opening.entries.filter((place) => !isOpened.has(nameOf(place)))
  const isExplained = (place: Place): boolean => {
    if (listed.has(nameOf(place))) return true
    const entry = entryAt(place)
    return (
      entry !== undefined &&
      (cameLater(opening, entry) || (entry.replaces !== null && isExplained(entry.replaces)))
    )
  }
  return [
    ...(missing.length > 0 ? [`${missing.length} entries that it lists are not open under it`] : []),
    ...opened
      .filter((place) => !isExplained(place))
      .map(({ strand, index }) => `it opens entry ${index} in strand ${strand}, which it does not list`),
  ]
}

function cameLater(opening: Opening, { kind, careDay, sensitive }: AuditedEntry): boolean {
  const { data } = kindSchema.safeParse(kind)
  return opening.later && !sensitive && data !== undefined && covers(opening, data, careDay)
}

function nameOf({ strand, index }: Place): string {
  return `${strand}/${index}`
}
