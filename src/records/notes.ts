/** Notes of visits: a draft that is never lost, and the note that joins the chart. */
import { boundTo, fromUtf8, seal, toHex, toUtf8, unseal, type Bytes, type Instant } from '#kernel'
import type { Session } from '#storage'

import { noteSchema, type Note } from './model/api/visit.ts'
import { RecordsError } from './model/records-error.ts'

/** How long a draft that nobody finishes is kept. */
const KEPT = 30 * 86_400_000

export interface Draft {
  readonly note: Note | null
  readonly savedAt: Instant | null
  readonly version: number
}

interface Row {
  readonly sealed: Bytes
  readonly saved_at: Instant
  readonly version: number
}

const GET = { text: 'select sealed, saved_at, version from records.draft where consent = $1' }
const PUT = {
  text: `insert into records.draft (consent, reader, sealed, saved_at, version) values ($1, $2, $3, $4, 1)
         on conflict (consent) do update set sealed = excluded.sealed, saved_at = excluded.saved_at,
           version = draft.version + 1 where draft.version = $5
         returning version`,
}
const DELETE = { text: 'delete from records.draft where consent = $1' }
const HELD = { text: 'select consent from records.draft where reader = $1' }
const SWEEP = { text: 'delete from records.draft where saved_at < $1' }

/** `key` is the node's: the doctor finishes a note also when the chart, and its keys, are closed. */
export function draftStore(session: Session, key: Bytes) {
  return {
    async get(consent: Bytes): Promise<Draft> {
      const [row] = await session.rows<Row>(GET, [consent])
      if (!row) return { note: null, savedAt: null, version: 0 }
      const note = noteSchema.parse(JSON.parse(fromUtf8(unseal(key, row.sealed, place(consent)))))
      return { note, savedAt: row.saved_at, version: row.version }
    },
    /** Keeps it, unless another page has kept a later one since `version`. */
    async put(consent: Bytes, reader: string, note: Note, version: number, at: Instant): Promise<number> {
      const sealed = seal(key, toUtf8(JSON.stringify(note)), place(consent))
      const [row] = await session.rows<{ version: number }>(PUT, [consent, reader, sealed, at, version])
      if (!row)
        throw new RecordsError('DRAFT_CHANGED', 'this note was changed on another page: load it again')
      return row.version
    },
    async remove(session: Session, consent: Bytes): Promise<void> {
      await session.rows(DELETE, [consent])
    },
    /** Consents with a note begun. */
    async held(reader: string): Promise<readonly Bytes[]> {
      return (await session.rows<{ consent: Bytes }>(HELD, [reader])).map(({ consent }) => consent)
    },
    async sweep(now: Instant): Promise<void> {
      await session.rows(SWEEP, [now - KEPT])
    },
  }
}

function place(consent: Bytes): Bytes {
  return boundTo('draft', toHex(consent))
}
