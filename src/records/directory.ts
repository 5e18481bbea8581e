/** Organisations and practitioners that entries refer to: outside charts, once for each, sealed under a key of the node. */
import { boundTo, seal, taggedHmac, toHex, toUtf8, unseal, type Bytes } from '#kernel'
import type { Session } from '#storage'

import type { DirectoryItem, Known } from './intake.ts'
import { identifiersOf } from './model/identifiers.ts'
import { readResource } from './model/index.ts'

const LOCK = { text: `select pg_advisory_xact_lock(hashtextextended('records.directory', 0))` }
const FIND = {
  text: `select n.token, n.item, d.sealed from records.directory_name n join records.directory d on d.id = n.item
         where n.token = any($1)`,
}
const INSERT = { text: 'insert into records.directory (id, resource_type, sealed) values ($1, $2, $3)' }
const NAME = {
  text: `insert into records.directory_name (resource_type, token, item) select $1, t, $3 from unnest($2::bytea[]) as t
         on conflict do nothing`,
}
const COUNT = {
  text: 'select resource_type as type, count(*)::int4 as items from records.directory group by 1 order by 1',
}

interface Found {
  readonly token: Bytes
  readonly item: string
  readonly sealed: Bytes
}

/** The id that something of this identity gets here: the same in every thread, so that links can be sealed before it is kept. */
export function directoryId(key: Bytes, identity: string): string {
  const hex = toHex(taggedHmac('directory-id/1', key, toUtf8(identity)))
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  // A UUID of our own making (RFC 9562 section 5.8).
  return `${a}-${b}-8${c}-8${d}-${e}`
}

/** `key` is the node's: tokens and seals under it say nothing to others. */
export function directoryStore(key: Bytes) {
  const tokenOf = (name: string) => taggedHmac('directory-name/1', key, toUtf8(name))

  async function find(session: Session, names: readonly string[]): Promise<Map<string, Known>> {
    const byToken = new Map(names.map((name) => [toHex(tokenOf(name)), name]))
    const rows = names.length === 0 ? [] : await session.rows<Found>(FIND, [names.map(tokenOf)])
    const found = new Map<string, Known>()
    for (const { token, item, sealed } of rows) {
      const resource = readResource(unseal(key, sealed, boundTo('directory', item)))
      found.set(byToken.get(toHex(token)) ?? '', { id: item, resource })
    }
    return found
  }

  async function keepOne(session: Session, item: DirectoryItem): Promise<string> {
    const { resourceType, identity, stored } = item
    const known = (await find(session, [identity])).get(identity)
    if (known) return known.id
    const id = directoryId(key, identity)
    await session.rows(INSERT, [id, resourceType, seal(key, stored, boundTo('directory', id))])
    const names = [identity, ...identifiersOf(readResource(stored))].map(tokenOf)
    await session.rows(NAME, [resourceType, names, id])
    return id
  }

  return {
    /** What is known under these names. */
    find,
    /** Keeps each once; answers under which id each item of the text is kept. */
    async keep(session: Session, items: readonly DirectoryItem[]): Promise<ReadonlyMap<string, string>> {
      const ids = new Map<string, string>()
      if (items.length > 0) await session.rows(LOCK)
      for (const item of items) ids.set(item.id, await keepOne(session, item))
      return ids
    },
    /** How many of each type are kept. */
    count: (session: Session) => session.rows<{ readonly type: string; readonly items: number }>(COUNT),
  }
}
