/** What a header is known by (types/block.go, Header.Hash): the root over its fields, each as protobuf. */
import { EMPTY, type Bytes } from '#kernel'

import { merkleRoot } from '../merkle.ts'
import { blockIdMessage } from './block-id.ts'
import { scalar } from './field.ts'
import { versionMessage, type Header } from './header.ts'
import { message } from './message.ts'
import { toWireTime, wireTime } from './timestamp.ts'
import { int, raw, text, type Kind } from './wire.ts'

export function headerHash(header: Header): Bytes {
  return merkleRoot([
    versionMessage.write(header.version),
    alone(text, '', header.chainId),
    alone(int, 0, header.height),
    wireTime.write(toWireTime(header)),
    blockIdMessage.write(header.lastBlockId),
    ...byteFieldsOf(header).map((bytes) => alone(raw, EMPTY, bytes)),
  ])
}

function byteFieldsOf(header: Header): readonly Bytes[] {
  return [
    header.lastCommitHash,
    header.dataHash,
    header.validatorsHash,
    header.nextValidatorsHash,
    header.consensusHash,
    header.appHash,
    header.lastResultsHash,
    header.evidenceHash,
    header.proposerAddress,
  ]
}

/** cdcEncode (types/encoding_helper.go): a scalar as the only field of a message. */
function alone<T>(kind: Kind<T>, zero: T, value: T): Bytes {
  return message({ value: scalar(1, kind, zero) }).write({ value })
}
