/** What of a chart a permission opens, as SQL: what was not allowed does not exist for the statement. */
import type { Value } from '#storage'

import type { Permission } from './permission.ts'

/** A condition on a row `e` with the columns chart, strand, index, writer, by_patient; its values follow those before it. */
interface Restriction {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Whether a consent `c` is in force at the stricter of two clocks: the caller's, as a parameter, and the database's. */
export function inForceSql(now: string): string {
  return `c.granted_at is not null and c.revoked_at is null and c.finished_at is null
    and c.expires_at > greatest(${now}::int8, (extract(epoch from clock_timestamp()) * 1000)::int8)`
}

/**
 * The rows a permission opens, checked again in the very statement that reads them: a consent taken back a moment ago
 * opens nothing. `from` is the number of the first free parameter.
 */
export function restrict({ chart, reach }: Permission, now: number, from: number): Restriction {
  const own = `e.chart = $${from}`
  switch (reach.kind) {
    case 'whole':
      return { sql: own, values: [chart] }
    case 'own-writing':
      // What patients add themselves stands in a strand of the home organisation, and is not its writing.
      return {
        sql: `${own} and e.writer = $${from + 1} and not e.by_patient`,
        values: [chart, reach.organisation],
      }
    case 'consent':
      return {
        sql: `${own} and exists (
            select 1 from consent.opened o join consent.consent c on c.id = o.consent
            where o.consent = $${from + 1} and o.strand = e.strand and o.index = e.index
              and ${inForceSql(`$${from + 2}`)})`,
        values: [chart, reach.consent, now],
      }
  }
}
