/**
 * The hottest read in one statement: that the session is open, the licence in force, the house too, the consent this
 * practitioner's and in force, and the entry among what it opens, with the entry itself. What is checked and what is read cannot differ.
 * Reads that come at the same time share the statement; each has its own row of questions in it.
 */
import { toInstant, type Bytes } from '#kernel'
import type { SessionToken } from '#http/model'
import { licenceSql, practisesSql, sessionSql } from '#identity'
import { gathered } from '#storage'

import type { GatePorts } from './gate.ts'
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
}

interface GateRow {
  readonly nth: number
  readonly reader: string
  readonly chart_of: string
  readonly organisation: Bytes
  readonly practitioner: Bytes
  readonly expires_at: number
}

interface ReadOne<Row> {
  readonly permission: Permission
  readonly row: Row
}

/** The entry, or undefined: why not is for a slower path to find out. */
export type EntryReader<Row> = (wanted: Wanted) => Promise<ReadOne<Row> | undefined>

export function openReader<Row extends object>(
  ports: GatePorts,
  statement: EntryStatement,
): EntryReader<Row> {
  const { database, clock } = ports
  const asked = { name: `read-one-${statement.name}`, text: textOf(statement) }
  return gathered(async (wanted: readonly Wanted[]) => {
    const rows = await database.rows<Row & GateRow>(asked, [
      wanted.map(({ token }) => token),
      wanted.map(({ consent }) => consent),
      wanted.map(({ entry }) => entry),
      clock.now(),
    ])
    const found = new Map(rows.map((row) => [row.nth, row]))
    return Promise.all(
      wanted.map(async ({ consent }, i) => {
        const row = found.get(i + 1)
        return row && { permission: await permissionOf(ports, consent, row), row }
      }),
    )
  })
}

async function permissionOf({ keyring }: GatePorts, consent: Bytes, row: GateRow): Promise<Permission> {
  const { reader: person, organisation, practitioner, chart_of: chart } = row
  const reach = { kind: 'consent', consent, until: toInstant(row.expires_at) } as const
  return new Permission(chart, { person, organisation, practitioner }, reach, await keyring.keysOf(chart))
}

function textOf({ from, columns }: EntryStatement): string {
  return `with asked as (
      select * from unnest($1::text[], $2::bytea[], $3::uuid[]) with ordinality as a (token, consent, entry, nth)
    ),
    visit as (select distinct token, consent from asked),
    open as materialized (
      select v.token, c.id, c.reader, c.chart, c.organisation, c.practitioner, c.expires_at
      from visit v
      cross join lateral ${sessionSql('v.token', '$4')} s
      join consent.consent c on c.id = v.consent and c.reader = s.person
      join identity.licence l
        on l.practitioner = c.practitioner and l.person = s.person and ${licenceSql('l', '$4')}
      where ${practisesSql('c.reader', 'c.organisation')} and ${inForceSql('$4')}
    )
    select a.nth::int4, c.reader, c.chart as chart_of, c.organisation, c.practitioner, c.expires_at, ${columns}
    from asked a
    join open c on c.token = a.token and c.id = a.consent
    join ${from} on e.chart = c.chart and e.id = a.entry
    join consent.opened o on o.consent = c.id and o.strand = e.strand and o.index = e.index`
}
