/** A passkey's word for exactly one thing: the assertion's challenge is the hash of what is agreed to (WebAuthn 3, 7.2). */
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type VerifyAuthenticationResponseOpts,
} from '@simplewebauthn/server'

import { toBase64Url, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { readAssertion } from '../auth/assertion.ts'
import { authRefusal } from '../auth/calls.ts'

interface Key {
  readonly id: string
  readonly credential: string
  readonly public_key: string
  readonly counter: number
}

export interface PasskeyWords {
  /** What the browser needs for an assertion over this digest; it names the person's own keys. */
  challenge(session: Session, person: string, digest: Bytes): Promise<Readonly<Record<string, unknown>>>
  /** The assertion as it came, once it is found to be this person's, over this digest, with the owner verified. */
  verify(
    session: Session,
    person: string,
    digest: Bytes,
    assertion: unknown,
  ): Promise<AuthenticationResponseJSON>
}

const KEYS = {
  name: 'identity-passkeys',
  text: `select k.id, k."credentialID" as credential, k."publicKey" as public_key, k.counter
         from identity.person p
         join auth."user" u on u.email = p.handle
         join auth.passkey k on k."userId" = u.id
         where p.person = $1`,
}
/** A counter that does not grow is a copied key; keys that do not count say 0 for ever (WebAuthn 3, 6.1.1). */
const COUNT = {
  name: 'identity-passkey-count',
  text: 'update auth.passkey set counter = $2 where id = $1 and (counter < $2 or $2 = 0) returning 1',
}

export function openPasskeyWords(publicUrl: string): PasskeyWords {
  const { hostname, origin } = new URL(publicUrl)
  return {
    async challenge(session, person, digest) {
      const keys = await keysOf(session, person)
      const options = await generateAuthenticationOptions({
        rpID: hostname,
        challenge: Uint8Array.from(digest),
        allowCredentials: keys.map(({ credential }) => ({ id: credential })),
        userVerification: 'required',
      })
      return { ...options }
    },
    async verify(session, person, digest, given) {
      const assertion = readAssertion(given)
      const key = (await keysOf(session, person)).find(({ credential }) => credential === assertion.id)
      if (!key) throw authRefusal('PASSKEY_REFUSED')
      const counter = await verified({
        response: assertion,
        expectedChallenge: toBase64Url(digest),
        expectedOrigin: origin,
        expectedRPID: hostname,
        credential: {
          id: key.credential,
          publicKey: Buffer.from(key.public_key, 'base64'),
          counter: key.counter,
        },
        requireUserVerification: true,
      })
      const counted = await session.rows(COUNT, [key.id, counter])
      if (counted.length === 0) throw authRefusal('PASSKEY_REFUSED')
      return assertion
    },
  }
}

function keysOf(session: Session, person: string): Promise<readonly Key[]> {
  return session.rows<Key>(KEYS, [person])
}

/** The key's new count; what does not verify is refused, whatever the reason. */
async function verified(options: VerifyAuthenticationResponseOpts): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse(options).catch(
    (cause: unknown) => {
      throw authRefusal('PASSKEY_REFUSED', cause)
    },
  )
  if (!verified) throw authRefusal('PASSKEY_REFUSED')
  return authenticationInfo.newCounter
}
