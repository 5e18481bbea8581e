/** The chain from its genesis: what it says in the end, and whether every leaf on it is kept. */
import { CodecError, type Bytes } from '#kernel'
import { grantConsent } from '#consent/model'
import { approveOrganisation, licensePractitioner } from '#identity/model'
import { auditLeaves, ledgerTransactions, replay, type ReplayedBlock } from '#ledger'
import { getValue, type StateReader, type StateTree } from '#ledger/model'
import type { Session } from '#storage'

import { sources, transactions } from '../node.ts'
import type { Notes } from './report.ts'

/** What the whole chain says. */
export interface Chain {
  readonly tree: StateTree
  readonly state: StateReader
  /** In the order in which the ledger took them. */
  readonly granted: readonly Bytes[]
  readonly organisations: readonly Bytes[]
  readonly practitioners: readonly Bytes[]
}

/** Undefined where a block is damaged: nothing can be said then of what stands on it. */
export async function goThroughChain(
  session: Session,
  notes: Notes,
  tell: () => void,
): Promise<Chain | undefined> {
  const said = { granted: [], organisations: [], practitioners: [] } satisfies Record<string, Bytes[]>
  let last: ReplayedBlock | undefined
  try {
    for await (const block of replay(session, [...ledgerTransactions, ...transactions])) {
      last = block
      notes.count('blocks', 1)
      notes.count('transactions', block.transactions)
      notes.find(...block.findings)
      for await (const finding of auditLeaves(session, sources, block.applied)) notes.find(finding)
      note(said, block)
      tell()
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    notes.find({ kind: 'chain', id: 'genesis', differs: 'what it began with cannot be read' })
  }
  if (!last?.isSound) return undefined
  const { tree } = last
  return { tree, state: { get: (key) => getValue(tree, key) }, ...said }
}

/** Keeps the ids of what the ledger knows: its own keys are hashes, which name nothing. */
function note(
  said: Record<'granted' | 'organisations' | 'practitioners', Bytes[]>,
  { applied }: ReplayedBlock,
): void {
  for (const { type, body } of applied) {
    if (type === grantConsent.type) said.granted.push(grantConsent.decode(body).consent)
    if (type === approveOrganisation.type)
      said.organisations.push(approveOrganisation.decode(body).organisation)
    if (type === licensePractitioner.type)
      said.practitioners.push(licensePractitioner.decode(body).practitioner)
  }
}
