/** Every look of a chart out of its seal, against its commitment and against what the table says beside it. */
import { DomainError, isSame, toHex, toUtf8, type Bytes } from '#kernel'
import { placeName, type Finding } from '#ledger'
import { commitmentOf } from '#ledger/model'
import type { Session } from '#storage'

import type { ChartKeys } from './keyring.ts'
import { openLook } from './looks.ts'

const PAGE = 1000

interface Row {
  readonly strand: number
  readonly index: number
  readonly id: string
  readonly at: number
  readonly consent: Bytes | null
  readonly leaf: Bytes
  readonly sealed: Bytes
  /** Of the strand it says it stands in. */
  readonly writer: Bytes | null
  readonly next: number | null
}

const ROWS = {
  text: `select l.strand, l.index, l.id, l.at, l.consent, l.leaf, l.sealed, s.writer, s.next
         from consent.look l left join ledger.strand s on s.chart = l.chart and s.ordinal = l.strand and s.kind = 'looks'
         where l.chart = $1 and (l.strand, l.index) > ($2, $3) order by l.strand, l.index limit ${PAGE}`,
}

/** Finds what is wrong; answers how many looks there were. */
export async function* auditLooks(
  session: Session,
  keys: ChartKeys,
  chart: string,
): AsyncGenerator<Finding, number, undefined> {
  let looks = 0
  let last = { strand: -1, index: -1 }
  for (;;) {
    const rows = await session.rows<Row>(ROWS, [chart, last.strand, last.index])
    for (const row of rows) {
      const id = placeName(chart, row.strand, row.index)
      for (const differs of differencesOf(keys, chart, row)) yield { kind: 'look', id, differs }
    }
    looks += rows.length
    const end = rows.at(-1)
    if (!end) return looks
    last = end
  }
}

function differencesOf(keys: ChartKeys, chart: string, row: Row): readonly string[] {
  const differs =
    row.next === null || row.index >= row.next ? ['it stands outside the strands of its chart'] : []
  const opened = unlessBroken(() => openLook(keys, chart, row.id, row.sealed))
  if (!opened) return [...differs, 'its seal does not open']
  const { salt, stored, look } = opened
  const consent = row.consent && toHex(row.consent)
  return [
    ...differs,
    ...(isSame(commitmentOf(salt, toUtf8(stored)), row.leaf)
      ? []
      : ['its words are not what was committed to']),
    ...(look.at === row.at ? [] : ['the table says another time than its words']),
    ...(look.consent === consent ? [] : ['the table says another consent than its words']),
    ...(row.writer && look.organisation !== toHex(row.writer)
      ? ['it stands in another organisation’s strand']
      : []),
  ]
}

/** What does not open, or is not of its form, is undefined. */
export function unlessBroken<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof DomainError || error instanceof SyntaxError || isUnfit(error)) return undefined
    throw error
  }
}

function isUnfit(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError'
}
