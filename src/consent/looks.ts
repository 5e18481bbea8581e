/** The book of looks: durable before the first byte of an answer leaves, many in one commit. */
import { randomUUID } from 'node:crypto'

import {
  boundTo,
  concat,
  seal,
  toHex,
  toUtf8,
  unseal,
  fromUtf8,
  type Bytes,
  type Chance,
  type Clock,
  type Instant,
} from '#kernel'
import { roomFor, takeRoom, type Ledger } from '#ledger'
import { commitmentOf, strandId } from '#ledger/model'
import { gathered, Turns, type Database } from '#storage'

import { lookSchema, type Look, type LookWay, type Place, type Receipt } from './model/index.ts'
import type { ChartKeys } from './keyring.ts'
import type { Permission } from './permission.ts'
import { promise } from './receipts.ts'

const SALT_BYTES = 32

/** What is read under a permission. */
export interface Reading {
  readonly way: LookWay
  readonly entries: readonly Place[]
}

export interface LookBook {
  /** Resolves when the look is durable. */
  record(permission: Permission, reading: Reading): Promise<Receipt>
  /** A look made ready for a statement that reads and writes it at once, where there turns out to be something to read. */
  prepare(looking: Looking, reading: Reading): Prepared
  /** Such a statement's turn: two that write looks at a time could wait for each other. */
  inTurn<T>(write: () => Promise<T>): Promise<T>
  /** The receipts of looks that such a statement wrote, under one signature. */
  promise(written: readonly (readonly [Prepared, Written])[]): readonly Receipt[]
}

/** Who looks at whose chart, and why they may. */
type Looking = Pick<Permission, 'chart' | 'reader' | 'reach' | 'keys'>

/** A look before it has its place. */
export interface Prepared {
  readonly id: string
  readonly chart: string
  readonly writer: Bytes
  readonly at: Instant
  readonly consent: Bytes | null
  readonly leaf: Bytes
  readonly sealed: Bytes
  readonly secret: Bytes
}

/** Where a look was written. */
export interface Written {
  readonly look_strand: Bytes
  readonly look_index: number
}

interface LookPorts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'home' | 'wake'>
  /** The organisation that runs this node: it writes the looks of those who read for nobody. */
  readonly home: Bytes
  readonly clock: Clock
  readonly chance: Chance
}

/**
 * Writes the looks of a table expression `input (chart, writer, id, at, consent, leaf, sealed, nth)`, and gives
 * `placed (nth, id, look_strand, look_index)`; one whose strand was never opened is not in it.
 */
export const WRITE_LOOKS = `${roomFor('looks')},
    placed as (
      select input.*, room.strand as look_strand, room.ordinal,
        room.first + row_number() over (partition by chart, writer order by nth) - 1 as look_index
      from input join room using (chart, writer)
    ),
    written as (
      insert into consent.look (chart, strand, index, id, at, consent, leaf, sealed)
      select chart, ordinal, look_index, id, at, consent, leaf, sealed from placed
    )`

const WRITE = {
  name: 'consent-write-looks',
  text: `with input as (
      select * from unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::int8[], $5::bytea[], $6::bytea[], $7::bytea[])
        with ordinality as i (chart, writer, id, at, consent, leaf, sealed, nth)
    ), ${WRITE_LOOKS}
    select id, look_strand, look_index from placed`,
}

export function openLookBook(ports: LookPorts): LookBook {
  const turns = new Turns()
  const write = gathered((batch: readonly Prepared[]) => turns.take(() => writeBatch(ports, batch)))
  return {
    async record(permission, reading) {
      const receipt = await write(prepare(ports, permission, reading))
      if (!receipt) throw new Error('a look found no room in its strand')
      return receipt
    },
    prepare: (looking, reading) => prepare(ports, looking, reading),
    inTurn: (work) => turns.take(work),
    promise: (written) => promiseAll(ports, written),
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

function prepare({ clock, chance, home }: LookPorts, looking: Looking, reading: Reading): Prepared {
  const { chart, reader, reach, keys } = looking
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
  const placed = batch.flatMap((look) => {
    const place = written.get(look.id)
    return place ? [[look, place] as const] : []
  })
  const receipts = new Map(promiseAll(ports, placed).map((receipt) => [receipt.look, receipt]))
  return batch.map(({ id }) => receipts.get(id))
}

function promiseAll(
  { ledger }: LookPorts,
  written: readonly (readonly [Prepared, Written])[],
): readonly Receipt[] {
  if (written.length === 0) return []
  ledger.wake()
  const placed = written.map(([{ id, at, leaf }, { look_strand: strand, look_index: index }]) => ({
    id,
    at,
    leaf,
    strand,
    index,
  }))
  return promise(ledger.home, placed)
}

async function write(database: Database, looks: readonly Prepared[]): Promise<Map<string, Written>> {
  const rows = await database.rows<Written & { readonly id: string }>(WRITE, [
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
