/** CometBFT's block header (types/block.go, Header). */
import { EMPTY, toUtf8, type Bytes } from '#kernel'

import { blockIdMessage, isBlockId, type BlockId } from './block-id.ts'
import { embedded, scalar } from './field.ts'
import { fromBytes, message } from './message.ts'
import { ADDRESS_BYTES, HASH_BYTES, isHashOrNone, isWholeNumber } from './shape.ts'
import { isTimed, toTimed, toWireTime, wireTime, type Timed, type WireTime } from './timestamp.ts'
import { int, mapped, raw, text, type Kind } from './wire.ts'

export interface Header extends Timed {
  readonly version: Version
  readonly chainId: string
  readonly height: number
  readonly lastBlockId: BlockId
  readonly lastCommitHash: Bytes
  readonly dataHash: Bytes
  readonly validatorsHash: Bytes
  readonly nextValidatorsHash: Bytes
  readonly consensusHash: Bytes
  readonly appHash: Bytes
  readonly lastResultsHash: Bytes
  readonly evidenceHash: Bytes
  readonly proposerAddress: Bytes
}

export interface Version {
  readonly block: number
  readonly app: number
}

/** version/version.go, BlockProtocol */
export const BLOCK_PROTOCOL = 11

/** types/genesis.go, MaxChainIDLen */
const MAX_CHAIN_ID_BYTES = 50

/** tendermint.version.Consensus */
export const versionMessage = message<Version>({ block: scalar(1, int, 0), app: scalar(2, int, 0) })

type WireHeader = Omit<Header, keyof Timed> & { readonly time: WireTime }

const wireHeader = message<WireHeader>({
  version: embedded(1, versionMessage),
  chainId: scalar(2, text, ''),
  height: scalar(3, int, 0),
  time: embedded(4, wireTime),
  lastBlockId: embedded(5, blockIdMessage),
  lastCommitHash: scalar(6, raw, EMPTY),
  dataHash: scalar(7, raw, EMPTY),
  validatorsHash: scalar(8, raw, EMPTY),
  nextValidatorsHash: scalar(9, raw, EMPTY),
  consensusHash: scalar(10, raw, EMPTY),
  appHash: scalar(11, raw, EMPTY),
  lastResultsHash: scalar(12, raw, EMPTY),
  evidenceHash: scalar(13, raw, EMPTY),
  proposerAddress: scalar(14, raw, EMPTY),
})

/** tendermint.types.Header */
export const headerMessage: Kind<Header> = mapped(
  wireHeader,
  (wire) => ({ ...wire, ...toTimed(wire.time) }),
  (header) => ({ ...header, time: toWireTime(header) }),
)

export function encodeHeader(header: Header): Bytes {
  return headerMessage.write(header)
}

/** Reads a header; `CodecError` where a single bit is not as CometBFT would write it. */
export function decodeHeader(bytes: Bytes): Header {
  return fromBytes(headerMessage, bytes)
}

/** What Header.ValidateBasic asks, and that it names validators. The app hash may be of any length. */
export function isHeader(header: Header): boolean {
  return (
    header.version.block === BLOCK_PROTOCOL &&
    isWholeNumber(header.version.app, 0) &&
    toUtf8(header.chainId).length <= MAX_CHAIN_ID_BYTES &&
    isWholeNumber(header.height, 1) &&
    isTimed(header) &&
    isBlockId(header.lastBlockId) &&
    hashesOf(header).every(isHashOrNone) &&
    header.validatorsHash.length === HASH_BYTES &&
    header.proposerAddress.length === ADDRESS_BYTES
  )
}

function hashesOf(header: Header): readonly Bytes[] {
  return [
    header.lastCommitHash,
    header.dataHash,
    header.nextValidatorsHash,
    header.consensusHash,
    header.lastResultsHash,
    header.evidenceHash,
  ]
}
