import { ledgerTransactions } from '#ledger'
import type { AnyTransaction } from '#ledger/model'

import { transactions } from '../../../src/server/node.ts'

/** The state machine's own table, as a node opens it. */
export const types: readonly AnyTransaction[] = [...ledgerTransactions, ...transactions]
