/** A passkey in software: what a browser with a security key would answer (WebAuthn Level 3, 6.5 and 7). */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

import { isoCBOR } from '@simplewebauthn/server/helpers'

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

/** COSE labels (RFC 9053, 7.1): key type, algorithm, curve, x, y. */
const COSE = { kty: 1, alg: 3, crv: -1, x: -2, y: -3 } as const

export class SoftPasskey {
  readonly #id = randomBytes(16)
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #origin: string
  /** Whether it checks its owner by PIN or body. */
  verifies = true
  counter = 0

  constructor(origin: string) {
    this.#origin = origin
  }

  get id(): string {
    return this.#id.toString('base64url')
  }

  /** Answers `navigator.credentials.create`. */
  register(challenge: string): Record<string, unknown> {
    const length = Buffer.from([this.#id.length >> 8, this.#id.length & 0xff])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, coseKey(this.#key.publicKey)])
    const authData = Buffer.concat([this.#authenticatorData(ATTESTED), attested])
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(authData)],
      ]),
    )
    const clientDataJSON = this.#clientData('webauthn.create', challenge).toString('base64url')
    const attestationObject = Buffer.from(attestation).toString('base64url')
    return this.#credential({ clientDataJSON, attestationObject, transports: ['internal'] })
  }

  /** Answers `navigator.credentials.get`. */
  assert(challenge: string): Record<string, unknown> {
    this.counter++
    const clientData = this.#clientData('webauthn.get', challenge)
    const authenticatorData = this.#authenticatorData(0)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
    })
  }

  #credential(response: Record<string, unknown>): Record<string, unknown> {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #authenticatorData(more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    const flags = PRESENT | more | (this.verifies ? VERIFIED : 0)
    return Buffer.concat([
      createHash('sha256').update(new URL(this.#origin).hostname).digest(),
      Buffer.from([flags]),
      count,
    ])
  }
}

/** An ES256 key on P-256, as COSE writes it. */
function coseKey(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const labels = new Map<number, number | Uint8Array>([
    [COSE.kty, 2],
    [COSE.alg, -7],
    [COSE.crv, 1],
    [COSE.x, bytesOf(x)],
    [COSE.y, bytesOf(y)],
  ])
  return isoCBOR.encode(labels)
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64url'))
}
