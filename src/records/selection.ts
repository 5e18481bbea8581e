/** Which lines of a chart, as SQL: the restriction of the permission is part of every statement. */
import type { Bytes } from '#kernel'
import { restrict, type Permission } from '#consent'
import type { Statement, Value } from '#storage'

import { LINE } from './chart-rows.ts'
import { tokenOf } from './sealing.ts'

/** Which lines, newest date of care first. */
export interface Selection {
  readonly kinds?: readonly string[]
  readonly year?: number
  readonly writer?: Bytes
  /** Codes as `system|code`. */
  readonly codes?: readonly string[]
  /** Of what was added after this moment. */
  readonly addedAfter?: number
  /** Goes on after this line. */
  readonly after?: { readonly careAt: number; readonly id: string } | undefined
  readonly most: number
}

export interface Selected {
  readonly statement: Statement
  readonly values: readonly Value[]
}

export function selectLines(permission: Permission, now: number, selection: Selection): Selected {
  const { kinds, year, writer, codes, addedAfter, after, most } = selection
  const { sql, values } = restrict(permission, now, 1)
  const conditions = [sql, 'not e.replaced']
  const all = [...values]
  const also = (condition: (...at: string[]) => string, ...given: Value[]) => {
    conditions.push(condition(...given.map((_, i) => `$${all.length + i + 1}`)))
    all.push(...given)
  }
  if (kinds) also((at) => `e.kind = any(${at}::text[])`, kinds)
  if (year !== undefined) also((at) => `e.care_day like ${at}`, `${year}%`)
  if (addedAfter !== undefined) also((at) => `e.added_at > ${at}`, addedAfter)
  if (writer) also((at) => `e.writer = ${at}`, writer)
  if (codes) {
    const tokens = codes.map((code) => tokenOf(permission.keys, code))
    also((at) => `e.tokens && ${at}::bytea[]`, tokens)
  }
  if (after) also(isLater, after.careAt, after.id)
  const text = `select ${LINE} from records.entry e where ${conditions.join(' and ')}
    order by e.care_at desc, e.id limit ${Math.trunc(most)}`
  return { statement: { text }, values: all }
}

/** What an entry replaces and is replaced by, to both ends. */
export function selectVersions(permission: Permission, now: number, id: string): Selected {
  const { sql, values } = restrict(permission, now, 2)
  const text = `with recursive family (id, chart, replaces) as (
      select e.id, e.chart, e.replaces from records.entry e where e.id = $1 and ${sql}
      union
      select e.id, e.chart, e.replaces from records.entry e
        join family f on e.chart = f.chart and (e.id = f.replaces or e.replaces = f.id) where ${sql}
    )
    select ${LINE} from records.entry e join family using (id, chart) where ${sql} order by e.added_at, e.index`
  return { statement: { text }, values: [id, ...values] }
}

/** In the order of lines: newest date of care first, then by id. */
function isLater(at = '', id = ''): string {
  return `(e.care_at < ${at} or (e.care_at = ${at} and e.id > ${id}::uuid))`
}
