import {
  bytes,
  decode,
  encode,
  enumeration,
  fixed,
  isSignedBy,
  sha256,
  struct,
  taggedHash,
  taggedMessage,
  toUtf8,
  uint,
  type Bytes,
  type Decoded,
  type Signer,
} from '#kernel'

const FORMAT = 1
const MOST_BODY_BYTES = 1024 * 1024

/**
 * Under whose authority a transaction stands. `attested`: the holder of a key on the ledger declares that a person
 * agreed to exactly this transaction, by the method; `evidence` commits to what it keeps of that (zeros where the node
 * acts for itself). `device`: the key was made in the person's own browser.
 */
const authority = struct({
  kind: enumeration(['attested', 'device']),
  method: enumeration(['node', 'second-factor', 'otp', 'passkey']),
  key: fixed(32),
  evidence: fixed(32),
})
export type Authority = Decoded<typeof authority>
export type Method = Authority['method']

/** The body is the canonical form that the transaction's own type defines. */
const intent = struct({
  format: uint,
  chain: bytes(64),
  type: bytes(64),
  version: uint,
  authority,
  body: bytes(MOST_BODY_BYTES),
})
type Intent = Decoded<typeof intent>

const envelope = struct({ intent, signature: fixed(64) })
export type Envelope = Decoded<typeof envelope>

export const NO_EVIDENCE: Bytes = new Uint8Array(32)

/** What a person agrees to by one-time password or passkey, before the key that attests it has signed. */
export function consentDigest(chain: string, type: string, version: number, body: Bytes): Bytes {
  return taggedHash('agreed/1', encode(agreed, { chain: toUtf8(chain), type: toUtf8(type), version, body }))
}

const agreed = struct({ chain: bytes(64), type: bytes(64), version: uint, body: bytes(MOST_BODY_BYTES) })

interface Unsigned {
  readonly chain: string
  readonly type: string
  readonly version: number
  readonly body: Bytes
}

/** The bytes of a signed transaction. */
export function signTransaction(
  unsigned: Unsigned,
  signer: Signer,
  method: Method = 'node',
  evidence: Bytes = NO_EVIDENCE,
): Bytes {
  const signed: Intent = {
    format: FORMAT,
    chain: toUtf8(unsigned.chain),
    type: toUtf8(unsigned.type),
    version: unsigned.version,
    authority: { kind: 'attested', method, key: signer.publicKey, evidence },
    body: unsigned.body,
  }
  const signature = signer.sign(taggedMessage('transaction/1', encode(intent, signed)))
  return encode(envelope, { intent: signed, signature })
}

/** The envelope these bytes are; `CodecError` unless they are exactly its canonical form and of a known format. */
export function readEnvelope(transaction: Bytes): Envelope {
  return decode(envelope, transaction)
}

export function isKnownFormat(intent: Intent): boolean {
  return intent.format === FORMAT
}

export function isEnvelopeSigned({ intent: signed, signature }: Envelope): boolean {
  return isSignedBy(signed.authority.key, taggedMessage('transaction/1', encode(intent, signed)), signature)
}

/** How CometBFT names a transaction. */
export function transactionHash(transaction: Bytes): Bytes {
  return sha256(transaction)
}
