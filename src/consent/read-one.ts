/**
 * The hottest read in one statement: that the session is open, the licence in force, the consent this practitioner's and
 * in force, and the entry among what it opens, with the entry itself. What is checked and what is read cannot differ.
 */
import { toInstant, type Bytes } from '#kernel'
import type { SessionToken } from '#http/model'
import { licenceSql, sessionSql } from '#identity'

import type { GatePorts } from './gate.ts'
import { Permission } from './permission.ts'
import { inForceSql } from './reach.ts'

/** What whoever keeps entries adds to the statement: columns and joins on the row `e`, which has chart, strand, index, id. */
export interface EntryStatement {
  readonly name: string
  readonly from: string
  readonly columns: string
}

interface GateRow {
  readonly reader: string
  readonly chart_of: string
  readonly organisation: Bytes
  readonly practitioner: Bytes
  readonly expires_at: number
}

export interface ReadOne<Row> {
  readonly permission: Permission
  readonly row: Row
}

/** The entry, or undefined: why not is for a slower path to find out. */
export async function readOne<Row extends object>(
  { database, keyring, clock }: GatePorts,
  token: SessionToken,
  consent: Bytes,
  entry: string,
  statement: EntryStatement,
): Promise<ReadOne<Row> | undefined> {
  const [row] = await database.rows<Row & GateRow>(textOf(statement), [token, clock.now(), consent, entry])
  if (!row) return undefined
  const { reader: person, organisation, practitioner, chart_of: chart } = row
  const reach = { kind: 'consent', consent, until: toInstant(row.expires_at) } as const
  const keys = await keyring.keysOf(chart)
  return { permission: new Permission(chart, { person, organisation, practitioner }, reach, keys), row }
}

const texts = new Map<string, { readonly name: string; readonly text: string }>()

function textOf({ name, from, columns }: EntryStatement) {
  const known = texts.get(name)
  if (known) return known
  const text = `select c.reader, c.chart as chart_of, c.organisation, c.practitioner, c.expires_at, ${columns}
    from ${sessionSql('$1', '$2')} s
    join consent.consent c on c.id = $3 and c.reader = s.person
    join identity.licence l on l.practitioner = c.practitioner and l.person = s.person and ${licenceSql('l', '$2')}
    join ${from} on e.chart = c.chart and e.id = $4
    join consent.opened o on o.consent = c.id and o.strand = e.strand and o.index = e.index
    where ${inForceSql('$2')}`
  const statement = { name: `read-one-${name}`, text }
  texts.set(name, statement)
  return statement
}
