/**
 * The hottest read in one statement: that the session is open, the licence in force, the house too, the consent this
 * practitioner's and in force, the entry among what it opens; the entry itself; and the look, durable with it. What is
 * checked, what is read and what is written down cannot differ. Reads that come at the same time share the statement;
 * each has its own row of questions in it.
 */
import type { Bytes, Clock } from '#kernel'
import type { SessionToken } from '#http/model'
import { licenceSql, practisesSql, sessionSql } from '#identity'
import { gathered, type Value } from '#storage'

import { openGrants, type GrantPorts } from './granted.ts'
import { WRITE_LOOKS, type LookBook, type Prepared, type Written } from './looks.ts'
import type { LookWay, Place, Receipt } from './model/index.ts'
import { Permission } from './permission.ts'
import { inForceSql } from './reach.ts'

/** What whoever keeps entries adds to the statement: columns and joins on the row `e`, which has chart, strand, index, id. */
export interface EntryStatement {
  readonly name: string
  readonly from: string
  readonly columns: string
}

/** Which entry somebody wants to read under which consent. */
export interface Wanted {
  readonly token: SessionToken
  readonly consent: Bytes
  readonly entry: string
  readonly way: LookWay
}

interface ReadOne<Row> {
  readonly permission: Permission
  readonly row: Row
  readonly receipt: Receipt
}

/** The entry, or undefined: why not is for a slower path to find out. */
export type EntryReader<Row> = (wanted: Wanted) => Promise<ReadOne<Row> | undefined>

interface ReaderPorts extends GrantPorts {
  readonly clock: Clock
  readonly looks: LookBook
}

interface Asked {
  readonly wanted: Wanted
  readonly place: Place
  readonly look: Prepared
}

interface Answer extends Written {
  readonly nth: number
}

export function openReader<Row extends object>(
  { database, keyring, clock, looks }: ReaderPorts,
  statement: EntryStatement,
): EntryReader<Row> {
  const grantOf = openGrants({ database, keyring }, statement)
  const named = { name: `read-one-${statement.name}`, text: textOf(statement) }

  const read = gathered((round: readonly Asked[]) =>
    looks.inTurn(async () => {
      const rows = await database.rows<Row & Answer>(named, [...columnsOf(round), clock.now()])
      const found = round.flatMap(({ look }, i) => {
        const row = rows.find(({ nth }) => nth === i + 1)
        return row ? [[look, row] as const] : []
      })
      const receipts = looks.promise(found)
      const read = new Map(found.map(([look, row], i) => [look.id, { row, receipt: receipts[i] }]))
      return round.map(({ look }) => read.get(look.id))
    }),
  )

  return async (wanted) => {
    const grant = await grantOf(wanted.consent)
    const place = grant?.places.get(wanted.entry)
    if (!grant || !place) return undefined
    const look = looks.prepare(grant, { way: wanted.way, entries: [place] })
    const { row, receipt } = (await read({ wanted, place, look })) ?? {}
    if (!row || !receipt) return undefined
    const { chart, reader, reach, keys } = grant
    return { permission: new Permission(chart, reader, reach, keys), row, receipt }
  }
}

function columnsOf(round: readonly Asked[]): Value[] {
  return [
    round.map(({ wanted }) => wanted.token),
    round.map(({ wanted }) => wanted.consent),
    round.map(({ wanted }) => wanted.entry),
    round.map(({ place }) => place.strand),
    round.map(({ place }) => place.index),
    round.map(({ look }) => look.id),
    round.map(({ look }) => look.at),
    round.map(({ look }) => look.leaf),
    round.map(({ look }) => look.sealed),
  ]
}

/** What a grant says of whose, to whom and where is joined on again: memory tells the statement nothing it does not check. */
function textOf({ from, columns }: EntryStatement): string {
  return `with asked as (
      select token, consent, entry, strand, index, look, looked_at, leaf, sealed, nth::int4
      from unnest($1::text[], $2::bytea[], $3::uuid[], $4::int4[], $5::int8[], $6::uuid[], $7::int8[], $8::bytea[],
        $9::bytea[])
        with ordinality as a (token, consent, entry, strand, index, look, looked_at, leaf, sealed, nth)
    ),
    visit as (select distinct token, consent from asked),
    open as materialized (
      select v.token, c.id, c.chart, c.organisation
      from visit v
      cross join lateral ${sessionSql('v.token', '$10')} s
      join consent.consent c on c.id = v.consent and c.reader = s.person
      join identity.licence l
        on l.practitioner = c.practitioner and l.person = s.person and ${licenceSql('l', '$10')}
      where ${practisesSql('c.reader', 'c.organisation')} and ${inForceSql('$10')}
    ),
    found as materialized (
      select a.nth, c.chart as chart_of, c.organisation as house, ${columns}
      from asked a
      join open c on c.token = a.token and c.id = a.consent
      join ${from} on e.chart = c.chart and e.id = a.entry and e.strand = a.strand and e.index = a.index
      join consent.opened o on o.consent = c.id and o.strand = e.strand and o.index = e.index
    ),
    input as (
      select f.chart_of as chart, f.house as writer, a.look as id, a.looked_at as at, a.consent, a.leaf, a.sealed, nth
      from found f join asked a using (nth)
    ), ${WRITE_LOOKS}
    select p.look_strand, p.look_index, f.* from found f join placed p using (nth)`
}
