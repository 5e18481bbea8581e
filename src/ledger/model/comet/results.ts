/** What a header says of how transactions ended, and of the rules for blocks (types/results.go, types/params.go). */
import { EMPTY, sha256, type Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { scalar } from './field.ts'
import { message } from './message.ts'
import { int, raw } from './wire.ts'

/** The part of tendermint.abci.ExecTxResult that is hashed; log, info and events are not. */
export interface TransactionResult {
  readonly code: number
  readonly data: Bytes
  readonly gasWanted: number
  readonly gasUsed: number
}

/** Of the consensus parameters, the two that are hashed. −1: no limit. */
export interface BlockLimits {
  readonly maxBytes: number
  readonly maxGas: number
}

const result = message<TransactionResult>({
  code: scalar(1, int, 0),
  data: scalar(2, raw, EMPTY),
  gasWanted: scalar(5, int, 0),
  gasUsed: scalar(6, int, 0),
})

/** tendermint.types.HashedParams */
const hashedParams = message<BlockLimits>({ maxBytes: scalar(1, int, 0), maxGas: scalar(2, int, 0) })

/** `lastResultsHash` of the header that follows these results (ABCIResults.Hash). */
export function resultsHash(results: readonly TransactionResult[]): Bytes {
  return merkleRoot(results.map((each) => result.write(each)))
}

/** `consensusHash` of a header (ConsensusParams.Hash). */
export function consensusHash(limits: BlockLimits): Bytes {
  return sha256(hashedParams.write(limits))
}
