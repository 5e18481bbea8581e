/** A header with what proves it (types/light.go): the unit of verifying. */
import type { Bytes } from '#kernel'

import { commitMessage, type Commit } from './commit.ts'
import { embedded } from './field.ts'
import { headerMessage, type Header } from './header.ts'
import { fromBytes, message } from './message.ts'
import { validatorSetMessage, type ValidatorSet } from './validator-set.ts'
import { mapped, type Kind } from './wire.ts'

export interface SignedHeader {
  readonly header: Header
  readonly commit: Commit
}

export interface LightBlock extends SignedHeader {
  readonly validators: ValidatorSet
}

interface WireLightBlock {
  readonly signedHeader: SignedHeader
  readonly validators: ValidatorSet
}

/** tendermint.types.LightBlock */
const lightBlockMessage: Kind<LightBlock> = mapped(
  message<WireLightBlock>({
    signedHeader: embedded(
      1,
      message<SignedHeader>({ header: embedded(1, headerMessage), commit: embedded(2, commitMessage) }),
    ),
    validators: embedded(2, validatorSetMessage),
  }),
  ({ signedHeader, validators }) => ({ ...signedHeader, validators }),
  ({ header, commit, validators }) => ({ signedHeader: { header, commit }, validators }),
)

export function encodeLightBlock(block: LightBlock): Bytes {
  return lightBlockMessage.write(block)
}

/** Reads CometBFT's own protobuf; `CodecError` where a single bit is not as it would be written. */
export function decodeLightBlock(bytes: Bytes): LightBlock {
  return fromBytes(lightBlockMessage, bytes)
}
