/** chain.json: a chain as bytes, with the state that each height leaves. */
import { z } from 'zod'

import { fromHex, toHex, toInstant, type Bytes } from '#kernel'
import { encodeLightBlock, newValidatorSet } from '#ledger/model'

import { decodeState, encodeState, type Genesis } from '../../../src/ledger/genesis.ts'
import { CHAIN, genesis, validator } from './people.ts'
import { recordChain } from './story.ts'

const bytes = z
  .string()
  .regex(/^([0-9a-f]{2})*$/)
  .transform(fromHex)

const fileSchema = z.strictObject({
  chain: z.string(),
  time: z.int(),
  state: bytes,
  validator: bytes,
  blocks: z.array(
    z.strictObject({
      height: z.int(),
      light: bytes,
      transactions: z.array(z.strictObject({ name: z.string(), bytes, refused: z.string() })),
      appHash: bytes,
    }),
  ),
})
type Stored = z.infer<typeof fileSchema>

export function readChain(text: string): Stored {
  return fileSchema.parse(JSON.parse(text))
}

export function genesisOf({ chain, time, state, validator: publicKey }: Stored): Genesis {
  const validators = newValidatorSet([{ publicKey, power: 10 }])
  return { chain, time: toInstant(time), initialHeight: 1, state: decodeState(state), validators }
}

/** The text of chain.json, the same on every machine. */
export function chainFile(): string {
  const stored = {
    chain: CHAIN,
    time: genesis.time,
    state: hex(encodeState(genesis.state)),
    validator: hex(validator.publicKey),
    blocks: recordChain().map(({ light, acts, appHash }) => ({
      height: light.header.height,
      light: hex(encodeLightBlock(light)),
      transactions: acts.map(({ name, transaction, refused = '' }) => ({
        name,
        bytes: hex(transaction),
        refused,
      })),
      appHash: hex(appHash),
    })),
  }
  return `${JSON.stringify(stored, null, 1)}\n`
}

function hex(value: Bytes): string {
  return toHex(value)
}
