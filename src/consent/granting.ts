/** From a decision to a consent on the ledger: written down, confirmed by its patient, final. */
import {
  later,
  MINUTE,
  openSigner,
  taggedHmac,
  toHex,
  toInstant,
  toUtf8,
  type Bytes,
  type Chance,
  type Clock,
  type Instant,
  type Signer,
} from '#kernel'
import type { Actor } from '#http/model'
import type { Ledger } from '#ledger'
import { commitmentOf, consentDigest } from '#ledger/model'
import type { Database } from '#storage'

import type { Gate } from './gate.ts'
import * as grants from './grants.ts'
import type { Keyring } from './keyring.ts'
import { ConsentError, covers, grantConsent, type Opening } from './model/index.ts'
import type { Announcer, Confirmations, Coverable, CoverableEntry, People, Proof } from './ports.ts'
import { answered, type Request } from './store.ts'

const ID_BYTES = 16
const SALT_BYTES = 32

export interface ConsentPorts {
  readonly database: Database
  readonly ledger: Ledger
  readonly gate: Gate
  readonly keyring: Keyring
  readonly people: People
  readonly confirmations: Confirmations
  readonly coverable: Coverable
  readonly announcer: Announcer
  readonly clock: Clock
  readonly chance: Chance
  /** Of the node's own: one seals the words of requests, one makes the consents' one-time revocation keys. */
  readonly keys: { readonly words: Bytes; readonly revocation: Bytes }
}

export interface Granted {
  readonly consent: string
  readonly until: Instant
}

/** What a decision opens. */
export interface Opened {
  readonly places: Opening['entries']
  readonly later: boolean
  readonly plainOnly: boolean
  readonly minutes: number
}

/** What a request covers now, of what is in the chart. */
export async function coveredBy(
  { gate, coverable }: ConsentPorts,
  request: Request,
  { person }: Pick<Actor, 'person'>,
): Promise<readonly CoverableEntry[]> {
  const entries = await coverable.entries(await gate.ofPatient(person))
  return entries.filter(({ kind, careDate }) => covers(request, kind, careDate))
}

/** The one-time key that takes a consent back. */
export function revocationSigner({ keys }: ConsentPorts, consent: Bytes): Signer {
  return openSigner(taggedHmac('revocation-key/1', keys.revocation, consent))
}

/** Writes down exactly what would be allowed, and the transaction that would record it. */
export async function prepareConsent(
  ports: ConsentPorts,
  request: Request,
  chart: string,
  opened: Opened,
  method: Opening['method'],
): Promise<grants.Prepared> {
  requireAnswerable(request)
  if (opened.places.length === 0 && !opened.later) {
    throw new ConsentError('NOTHING_ALLOWED', 'choose at least one entry, or refuse')
  }
  const { database, ledger, keyring, clock, chance } = ports
  const id = chance.bytes(ID_BYTES)
  const salt = chance.bytes(SALT_BYTES)
  const now = clock.now()
  const expiresAt = later(now, Math.min(opened.minutes, request.minutes) * MINUTE)
  const stored = toUtf8(JSON.stringify(openingOf(request, id, opened, { now, expiresAt }, method)))
  const leaf = commitmentOf(salt, stored)
  const revocationKey = revocationSigner(ports, id).publicKey
  const body = grantConsent.encode({ consent: id, commitment: leaf, expiresAt, revocationKey })
  const digest = consentDigest(ledger.chain, grantConsent.type, grantConsent.version, body)
  const keys = await keyring.keysOf(chart)
  const sealed = grants.sealOpening(keys, chart, toHex(id), salt, stored)
  const scope = { later: opened.later, plainOnly: opened.plainOnly, places: opened.places }
  const prepared = { id, chart, request, expiresAt, leaf, body, digest, sealed, ...scope }
  await database.transaction((session) => grants.keepPrepared(session, prepared))
  return prepared
}

/** Records what a patient confirmed; final before it returns. */
export async function grantPrepared(
  ports: ConsentPorts,
  request: Request,
  awaited: grants.Awaiting,
  proof: Proof,
): Promise<Granted> {
  requireAnswerable(request)
  const { database, ledger, announcer, clock } = ports
  const { method, evidence } = await ports.confirmations.confirm(awaited.chart, awaited.digest, proof)
  const committed = await keepEvidence(ports, awaited, evidence)
  await grants.claim(database, request.id, awaited.id, clock.now())
  try {
    const signing = { signer: ledger.home, method, evidence: committed }
    await ledger.submit(grantConsent, grantConsent.decode(awaited.body), signing)
  } catch (error) {
    await grants.release(database, request.id, awaited.id)
    throw error
  }
  ledger.wake()
  announcer.announce(request.reader, 'visits')
  announcer.announce(awaited.chart, 'consents')
  return { consent: toHex(awaited.id), until: awaited.expiresAt }
}

/** What shows that the patient agreed stays sealed beside the consent; the ledger gets a commitment to it. */
async function keepEvidence(
  { database, keyring, chance }: ConsentPorts,
  { id, chart }: grants.Awaiting,
  evidence: Bytes,
): Promise<Bytes> {
  const salt = chance.bytes(SALT_BYTES)
  const sealed = grants.sealEvidence(await keyring.keysOf(chart), chart, toHex(id), salt, evidence)
  await grants.keepEvidence(database, id, sealed)
  return commitmentOf(salt, evidence)
}

export function requireAnswerable({ state }: Request): void {
  if (state === 'requested') return
  if (state === 'expired') throw new ConsentError('REQUEST_EXPIRED', 'nobody answered in time: ask again')
  throw answered()
}

function openingOf(
  { practitioner, organisation, purpose, kinds, care }: Request,
  id: Bytes,
  { places, later }: Opened,
  { now, expiresAt }: { readonly now: Instant; readonly expiresAt: Instant },
  method: Opening['method'],
): Opening {
  return {
    format: 'twinchart/consent/1',
    consent: toHex(id),
    practitioner: toHex(practitioner),
    organisation: toHex(organisation),
    purpose,
    kinds,
    care,
    entries: places,
    later,
    grantedAt: toInstant(now),
    expiresAt,
    method,
  }
}
