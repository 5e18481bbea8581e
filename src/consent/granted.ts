/** What never changes about a granted consent, kept in memory: whose, to whom, and where its entries lie. */
import { toHex, toInstant, type Bytes } from '#kernel'
import type { Session } from '#storage'

import type { Keyring } from './keyring.ts'
import type { Place } from './model/index.ts'
import type { Permission } from './permission.ts'

/** Not an authority: whether it is in force is asked in the statement that reads. */
export interface Grant extends Pick<Permission, 'chart' | 'reader' | 'reach' | 'keys'> {
  /** Of each entry that it opened when it was first read under, by id. */
  readonly places: ReadonlyMap<string, Place>
}

/** Places kept in all; then everything is forgotten, and read again when it is wanted. */
const MOST_PLACES = 100_000

export interface GrantPorts {
  readonly database: Session
  readonly keyring: Keyring
}

interface Row {
  readonly chart: string
  readonly reader: string
  readonly organisation: Bytes
  readonly practitioner: Bytes
  readonly expires_at: number
  readonly id: string
  readonly strand: number
  readonly index: number
}

export function openGrants(
  { database, keyring }: GrantPorts,
  { name, from }: { readonly name: string; readonly from: string },
): (consent: Bytes) => Promise<Grant | undefined> {
  const kept = new Map<string, Grant>()
  let places = 0
  const statement = {
    name: `granted-${name}`,
    text: `select c.chart, c.reader, c.organisation, c.practitioner, c.expires_at, e.id, e.strand, e.index
      from consent.consent c join consent.opened o on o.consent = c.id
      join ${from} on e.chart = c.chart and e.strand = o.strand and e.index = o.index
      where c.id = $1 and c.granted_at is not null`,
  }

  async function read(consent: Bytes): Promise<Grant | undefined> {
    const rows = await database.rows<Row>(statement, [consent])
    const [row] = rows
    if (!row) return undefined
    const { chart, reader: person, organisation, practitioner } = row
    return {
      chart,
      reader: { person, organisation, practitioner },
      reach: { kind: 'consent', consent, until: toInstant(row.expires_at) },
      keys: await keyring.keysOf(chart),
      places: new Map(rows.map(({ id, strand, index }) => [id, { strand, index }])),
    }
  }

  return async (consent) => {
    const id = toHex(consent)
    const known = kept.get(id)
    if (known) return known
    const grant = await read(consent)
    if (!grant) return undefined
    if (places > MOST_PLACES) kept.clear()
    places = (kept.size === 0 ? 0 : places) + grant.places.size
    kept.set(id, grant)
    return grant
  }
}
