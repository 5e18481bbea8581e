/** The book of looks: durable before the first byte of an answer leaves, many in one commit. */
import { randomUUID } from 'node:crypto'

import {
  boundTo,
  concat,
  encode,
  seal,
  toBase64Url,
  toHex,
  toUtf8,
  unseal,
  fromUtf8,
  type Bytes,
  type Chance,
  type Clock,
  type Instant,
  type Signer,
} from '#kernel'
import { roomFor, takeRoom, type Ledger } from '#ledger'
import { commitmentOf, strandId } from '#ledger/model'
import { gathered, type Database } from '#storage'

import {
  lookSchema,
  promiseCodec,
  promiseMessage,
  type Look,
  type LookWay,
  type Place,
} from './model/index.ts'
import type { ChartKeys } from './keyring.ts'
import type { Permission } from './permission.ts'

/** A look that is not on the ledger by then is evidence against the node. */
const ANCHORED_WITHIN = 60_000
const SALT_BYTES = 32

/** What is read under a permission. */
export interface Reading {
  readonly way: LookWay
  readonly entries: readonly Place[]
}

/** The node's signed promise that the look will be on the ledger, given with what was read. */
export interface Receipt {
  readonly look: string
  readonly promise: string
  readonly signature: string
}

export interface LookBook {
  /** Resolves when the look is durable. */
  record(permission: Permission, reading: Reading): Promise<Receipt>
}

interface Prepared {
  readonly id: string
  readonly chart: string
  readonly writer: Bytes
  readonly at: Instant
  readonly consent: Bytes | null
  readonly leaf: Bytes
  readonly sealed: Bytes
  readonly secret: Bytes
}

interface Written {
  readonly id: string
  readonly strand: Bytes
  readonly index: number
}

interface LookPorts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'home' | 'wake'>
  /** The organisation that runs this node: it writes the looks of those who read for nobody. */
  readonly home: Bytes
  readonly clock: Clock
  readonly chance: Chance
}

const WRITE = {
  name: 'consent-write-looks',
  text: `with input as (
      select * from unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::int8[], $5::bytea[], $6::bytea[], $7::bytea[])
        with ordinality as i (chart, writer, id, at, consent, leaf, sealed, nth)
    ), ${roomFor('looks')},
    placed as (
      select input.*, room.strand as strand_id, room.ordinal,
        room.first + row_number() over (partition by chart, writer order by nth) - 1 as place
      from input join room using (chart, writer)
    ),
    written as (
      insert into consent.look (chart, strand, index, id, at, consent, leaf, sealed)
      select chart, ordinal, place, id, at, consent, leaf, sealed from placed
    )
    select id, strand_id as strand, place as index from placed`,
}

export function openLookBook(ports: LookPorts): LookBook {
  const write = gathered((batch: readonly Prepared[]) => writeBatch(ports, batch))
  return {
    async record(permission, reading) {
      const receipt = await write(prepare(ports, permission, reading))
      if (!receipt) throw new Error('a look found no room in its strand')
      return receipt
    },
  }
}

/** The words of a look, out of their seal; `SealError` where a bit differs or it lies in another's place. */
export function openLook(keys: ChartKeys, chart: string, id: string, sealed: Bytes): OpenedLook {
  const opened = unseal(keys.seal, sealed, boundTo('look', chart, id))
  const stored = fromUtf8(opened.subarray(SALT_BYTES))
  return { salt: opened.subarray(0, SALT_BYTES), stored, look: lookSchema.parse(JSON.parse(stored)) }
}

export interface OpenedLook {
  readonly salt: Bytes
  readonly stored: string
  readonly look: Look
}

function prepare({ clock, chance, home }: LookPorts, permission: Permission, reading: Reading): Prepared {
  const { chart, reader, reach, keys } = permission
  const id = randomUUID()
  const at = clock.now()
  const consent = reach.kind === 'consent' ? reach.consent : null
  const look: Look = {
    format: 'twinchart/look/1',
    at,
    practitioner: reader.practitioner && toHex(reader.practitioner),
    staff: reader.practitioner ? null : reader.person,
    organisation: toHex(reader.organisation ?? home),
    consent: consent && toHex(consent),
    way: reading.way,
    entries: reading.entries,
  }
  const salt = chance.bytes(SALT_BYTES)
  const stored = toUtf8(JSON.stringify(look))
  const sealed = seal(keys.seal, concat(salt, stored), boundTo('look', chart, id), chance)
  const leaf = commitmentOf(salt, stored)
  return { id, chart, writer: reader.organisation ?? home, at, consent, leaf, sealed, secret: keys.secret }
}

async function writeBatch(
  ports: LookPorts,
  batch: readonly Prepared[],
): Promise<readonly (Receipt | undefined)[]> {
  const written = await write(ports.database, batch)
  const homeless = batch.filter(({ id }) => !written.has(id))
  if (homeless.length > 0) {
    for (const look of homeless) await openStrandOf(ports.database, look)
    for (const [id, place] of await write(ports.database, homeless)) written.set(id, place)
  }
  ports.ledger.wake()
  return batch.map((look) => {
    const place = written.get(look.id)
    return place && { look: look.id, ...promiseOf(ports.ledger.home, { ...look, ...place }) }
  })
}

async function write(database: Database, looks: readonly Prepared[]): Promise<Map<string, Written>> {
  const rows = await database.rows<Written>(WRITE, [
    looks.map(({ chart }) => chart),
    looks.map(({ writer }) => writer),
    looks.map(({ id }) => id),
    looks.map(({ at }) => at),
    looks.map(({ consent }) => consent),
    looks.map(({ leaf }) => leaf),
    looks.map(({ sealed }) => sealed),
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

async function openStrandOf(database: Database, { chart, writer, secret }: Prepared): Promise<void> {
  await database.transaction((session) =>
    takeRoom(session, { chart, kind: 'looks', writer }, 0, (ordinal) => strandId(secret, ordinal)),
  )
}

/** The promise that the node signs for a look: the same words, and so the same signature, whenever it is asked. */
export function promiseOf(
  home: Signer,
  { at, leaf, strand, index }: Pick<Prepared, 'at' | 'leaf'> & Pick<Written, 'strand' | 'index'>,
): Pick<Receipt, 'promise' | 'signature'> {
  const words = encode(promiseCodec, { strand, index, leaf, at, anchoredBy: at + ANCHORED_WITHIN })
  const signature = home.sign(promiseMessage(words))
  return { promise: toBase64Url(words), signature: toBase64Url(signature) }
}
