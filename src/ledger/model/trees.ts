/** The authenticated structures of the ledger: growing Merkle trees (strands, History) and the state's tree, with their proofs. */
export { proveAbsence, verifyAbsence, type AbsenceProof } from './absence.ts'
export { proveExistence, verifyExistence, type ExistenceProof } from './existence.ts'
export { openHistory, recordBlock, verifyRecorded } from './history.ts'
export {
  appendAll,
  EMPTY_FRONTIER,
  frontierRoot,
  headOf,
  type Frontier,
  type TreeHead,
} from './merkle-frontier.ts'
export { MerkleLevels } from './merkle-levels.ts'
export { verifyConsistency, verifyInclusion } from './merkle-proof.ts'
export { hashInner, hashLeaf, merkleRoot } from './merkle.ts'
export { absenceCodec, existenceCodec } from './proof-codec.ts'
export { buildFromSorted } from './state-build.ts'
export * from './state-tree.ts'
