/** Who acts in the recorded chain: keys and ids from a seed, the same for ever. */
import { openSigner, seededChance, toInstant, type Bytes, type Signer } from '#kernel'
import { found } from '#ledger'
import { signTransaction, type Method, type TransactionType } from '#ledger/model'

const chance = seededChance('recorded chain')

export const CHAIN = 'twinchart-1000-recorded'

interface Organisation {
  readonly id: Bytes
  readonly signer: Signer
}

const newOrganisation = (): Organisation => ({ id: chance.bytes(16), signer: openSigner(chance.bytes(32)) })

export const validator = openSigner(chance.bytes(32))
export const [authority, hospital, pharmacy, stranger] = [
  newOrganisation(),
  newOrganisation(),
  newOrganisation(),
  newOrganisation(),
]

export const genesis = found({
  chain: CHAIN,
  time: toInstant(1_790_000_000_000),
  validator: validator.publicKey,
  authority: authority.id,
  organisations: [
    {
      id: authority.id,
      kind: 'authority',
      key: authority.signer.publicKey,
      number: 1000,
      state: 'active',
      details: chance.bytes(32),
    },
  ],
})

/** A number of its own for everything that needs one, by its name. */
export function idOf(name: string, bytes: 16 | 32 = 16): Bytes {
  return seededChance(`recorded chain: ${name}`).bytes(bytes)
}

/** A transaction as its organisation signs it. */
export function signed<Body>(
  { type, version, encode }: TransactionType<Body>,
  body: Body,
  by: Organisation = authority,
  method: Method = 'node',
): Bytes {
  const evidence = method === 'node' ? new Uint8Array(32) : idOf('evidence', 32)
  return signTransaction({ chain: CHAIN, type, version, body: encode(body) }, by.signer, method, evidence)
}
