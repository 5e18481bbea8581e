import type { Bytes, Clock, Signer } from '#kernel'
import type { Database } from '#storage'

import { beginChain, historyHashes, readGenesis } from './chain-store.ts'
import type { Included, Provable } from './engine.ts'
import { openSolo } from './engines/solo/engine.ts'
import type { Genesis } from './genesis.ts'
import {
  appendLeaves,
  NO_EVIDENCE,
  newMachine,
  openHistory,
  openStrands,
  proveState,
  signTransaction,
  type AnyTransaction,
  type MerkleLevels,
  type Method,
  type StateProof,
  type StateReader,
  type TransactionType,
} from './model/index.ts'
import { projectAll, type Projection } from './projection.ts'
import { Pump, strandProjections, type LeafSource } from './pump.ts'

/** Who signs, and what the signer declares of the person who agreed. */
export interface Signing {
  readonly signer: Signer
  readonly method?: Method
  readonly evidence?: Bytes
}

export interface Ledger extends AsyncDisposable {
  readonly chain: string
  /** Signs for this node. */
  readonly home: Signer
  /** Signs for an organisation hosted here, by its id on the ledger. */
  signerFor(organisation: Bytes): Signer
  /** Resolves when final and applied; throws `Refused` with the code of the rule it broke. */
  submit<Body>(type: TransactionType<Body>, body: Body, by: Signing): Promise<Included>
  /** Passes on what somebody else signed. */
  relay(transaction: Bytes): Promise<Included>
  /** The operator says that the clock is right as it is now; answers by how many milliseconds it had jumped. */
  confirmClock(): number
  /** The state after the last final block. */
  state(): StateReader
  /** A signed head with the state it speaks for, which contains all that was final before the call. */
  provable(): Promise<Provable>
  /** What the state says of a key, in a form that anybody can check. */
  prove(key: Bytes): Promise<StateProof>
  /** The tree over all blocks that carried transactions, for proofs between heads. */
  history(): Promise<MerkleLevels>
  /** Leaves were made durable: carry them to the ledger. */
  wake(): void
  /** Resolves when nothing that was durable before the call waits any more. */
  settle(): Promise<void>
}

interface LedgerPorts {
  readonly database: Database
  readonly clock: Clock
  readonly validator: Signer
  readonly home: Signer
  readonly transactions: readonly AnyTransaction[]
  readonly projections: readonly Projection[]
  readonly sources: readonly LeafSource[]
  signerFor(organisation: Bytes): Signer
  /** Called once, on an empty database. */
  genesis(): Genesis
}

/** The transactions that are the ledger's own. */
export const ledgerTransactions: readonly AnyTransaction[] = [openStrands, appendLeaves]

/** Opens the ledger with the solo engine; an empty database gets a chain of its own first. */
export async function openLedger(ports: LedgerPorts): Promise<Ledger> {
  const { database, clock, validator, home, signerFor } = ports
  const { chain } = await openChain(ports)
  const engine = await openSolo({
    database,
    clock,
    validator,
    machine: newMachine(chain, [...ledgerTransactions, ...ports.transactions]),
    project: projectAll([...strandProjections, ...ports.projections]),
  })

  const submit: Ledger['submit'] = (type, body, { signer, method = 'node', evidence = NO_EVIDENCE }) => {
    const unsigned = { chain, type: type.type, version: type.version, body: type.encode(body) }
    return engine.submit(signTransaction(unsigned, signer, method, evidence))
  }
  const pump = new Pump({
    database,
    home,
    signerFor,
    sources: ports.sources,
    submit: (type, body, signer) => submit(type, body, { signer }),
  })
  pump.wake()

  return {
    chain,
    home,
    signerFor,
    submit,
    relay: (transaction) => engine.submit(transaction),
    confirmClock() {
      const jumped = engine.confirmClock()
      pump.wake()
      return jumped
    },
    state: () => engine.state(),
    provable: () => engine.provable(),
    async prove(key) {
      const { head, tree } = await engine.provable()
      return proveState(head, tree, key)
    },
    history: async () => openHistory(await historyHashes(database)),
    wake: () => pump.wake(),
    settle: () => pump.settle(),
    async [Symbol.asyncDispose]() {
      await pump.close()
      await engine[Symbol.asyncDispose]()
    },
  }
}

async function openChain({ database, genesis }: LedgerPorts): Promise<Genesis> {
  const begun = await readGenesis(database)
  if (begun) return begun
  const fresh = genesis()
  await database.transaction((session) => beginChain(session, fresh))
  return fresh
}
