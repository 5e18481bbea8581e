/** The kept state against the one that the blocks make. */
import { isSame, toHex } from '#kernel'
import type { Session } from '#storage'

import { readState, writeState } from '../chain-store.ts'
import { entriesOf, type Change, type StateTree } from '../model/index.ts'
import type { Finding } from './finding.ts'

const ROWS_AT_A_TIME = 10_000

export async function auditState(session: Session, tree: StateTree): Promise<readonly Finding[]> {
  const kept = new Map((await readState(session)).map(([key, value]) => [toHex(key), value]))
  const findings: Finding[] = []
  for (const [key, value] of entriesOf(tree)) {
    const id = toHex(key)
    const found = kept.get(id)
    if (!found) findings.push({ kind: 'state', id, differs: 'it is missing' })
    else if (!isSame(found, value))
      findings.push({ kind: 'state', id, differs: 'it has another value than the blocks make' })
    kept.delete(id)
  }
  for (const id of kept.keys()) findings.push({ kind: 'state', id, differs: 'no block made it' })
  return findings
}

/** Writes the state anew, as the blocks make it. */
export async function rebuildState(session: Session, tree: StateTree): Promise<void> {
  await session.rows({ text: 'delete from ledger.state' })
  let changes: Change[] = []
  for (const [key, value] of entriesOf(tree)) {
    changes.push({ key, value })
    if (changes.length < ROWS_AT_A_TIME) continue
    await writeState(session, changes)
    changes = []
  }
  await writeState(session, changes)
}
