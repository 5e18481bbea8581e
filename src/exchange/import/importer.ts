/** Imports Bundles as they are, each whole or not at all; what was imported before is recognised, so a run can go on. */
import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'

import { Piscina } from 'piscina'

import { taggedHmac, toUtf8, type Bytes, type Clock } from '#kernel'
import type { Keyring } from '#consent'
import { takeRoom, type Ledger } from '#ledger'
import { strandId } from '#ledger/model'
import { ENTRY_COLUMNS, KEY_COLUMNS, type DirectoryItem } from '#records'
import type { Database, Session } from '#storage'

import type { Demographics, Job, Ready, Refusal } from './job.ts'
import type { Source, SourceLine } from './lines.ts'

/** Bundles that are worked on at a time, beside those being written: what memory holds. */
const AHEAD = 3

export interface ImportPorts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'wake' | 'settle'>
  readonly keyring: Keyring
  readonly clock: Clock
  /** Of the node: recognises sources and Bundles without keeping them. */
  readonly key: Bytes
  writerKey(organisation: Bytes): Bytes
  /** Makes a person without an account; the chart's key was drawn ahead. */
  bear(session: Session, person: string, organisation: Bytes, who: Demographics): Promise<void>
  healthIdOf(person: string): Promise<string>
  /** Adds a Bundle to a chart that is there: only what is new. */
  addToChart(organisation: Bytes, person: string, bundle: Bytes): Promise<{ readonly added: number }>
  keepDirectory(items: readonly DirectoryItem[]): Promise<void>
  readonly directoryKey: Bytes
}

export interface Progress {
  readonly read: number
  readonly total: number
  readonly bundles: number
  readonly resources: number
}

export interface ImportedPatient {
  readonly line: number
  readonly healthId: string
  readonly entries: number
  /** `new`: a chart was made; `known`: added to the patient's chart; `same`: exactly this Bundle was imported before. */
  readonly was: 'new' | 'known' | 'same'
}

export interface RefusedBundle {
  readonly line: number
  readonly code: string
  readonly problems: Refusal['problems']
}

export interface ImportReport {
  readonly bundles: number
  /** Resources by type; organisations and practitioners once each, however often they came. */
  readonly resources: Readonly<Record<string, number>>
  readonly patients: readonly ImportedPatient[]
  readonly refused: readonly RefusedBundle[]
}

/** Somebody else's line made this chart meanwhile. */
class KnownMeanwhile extends Error {}

const SEEN = {
  text: 'select b.counts, p.person from exchange.bundle b join exchange.patient p using (source) where twin = $1',
}
const KNOWN = { text: 'select person from exchange.patient where source = $1' }
const PUT_PATIENT = {
  text: 'insert into exchange.patient (source, person) values ($1, $2) on conflict do nothing returning person',
}
const PUT_BUNDLE = {
  text: 'insert into exchange.bundle (twin, source, counts) values ($1, $2, $3::jsonb) on conflict do nothing',
}

export async function importBundles(
  ports: ImportPorts,
  source: Source,
  organisation: Bytes,
  tell: (progress: Progress) => void,
): Promise<ImportReport> {
  await using run = await ImportRun.open(ports, organisation)
  for await (const line of source.lines()) {
    await run.take(line)
    tell({ read: line.read, total: source.total, ...run.progress })
  }
  await run.drain()
  await ports.ledger.settle()
  tell({ read: source.total, total: source.total, ...run.progress })
  return run.report
}

class ImportRun implements AsyncDisposable {
  readonly #ports: ImportPorts
  readonly #organisation: Bytes
  readonly #workers: Piscina<Job, Ready | Refusal>
  readonly #columns: Job['columns']
  readonly #inFlight = new Set<Promise<void>>()
  readonly #seenInDirectory = new Set<string>()
  readonly #resources: Record<string, number> = {}
  readonly #patients: ImportedPatient[] = []
  readonly #refused: RefusedBundle[] = []
  #bundles = 0
  #failure: unknown

  static async open(ports: ImportPorts, organisation: Bytes): Promise<ImportRun> {
    const entry = await ports.database.columns('records.entry', ENTRY_COLUMNS)
    const key = await ports.database.columns('keys.entry_key', KEY_COLUMNS)
    return new ImportRun(ports, organisation, { entry, key })
  }

  constructor(ports: ImportPorts, organisation: Bytes, columns: Job['columns']) {
    this.#ports = ports
    this.#organisation = organisation
    this.#columns = columns
    const threads = availableParallelism()
    this.#workers = new Piscina({
      filename: new URL('prepare.ts', import.meta.url).href,
      name: 'prepare',
      // A thread that rests a moment is kept: another one would first load and compile everything again.
      minThreads: threads,
      maxThreads: threads,
    })
  }

  get progress(): Pick<Progress, 'bundles' | 'resources'> {
    return { bundles: this.#bundles, resources: sum(this.#resources) }
  }

  get report(): ImportReport {
    const patients = this.#patients.toSorted((a, b) => a.line - b.line)
    const refused = this.#refused.toSorted((a, b) => a.line - b.line)
    return { bundles: this.#bundles, resources: this.#resources, patients, refused }
  }

  async take(line: SourceLine): Promise<void> {
    while (this.#inFlight.size >= this.#workers.options.maxThreads + AHEAD) await Promise.race(this.#inFlight)
    if (this.#failure !== undefined) throw this.#failure
    const work = this.#import(line)
      .catch((error: unknown) => {
        this.#failure ??= error
      })
      .finally(() => this.#inFlight.delete(work))
    this.#inFlight.add(work)
  }

  async drain(): Promise<void> {
    await Promise.all(this.#inFlight)
    if (this.#failure !== undefined) throw this.#failure
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#inFlight)
    await this.#workers.destroy()
  }

  async #import({ number, bytes }: SourceLine): Promise<void> {
    const { database, key } = this.#ports
    const twin = taggedHmac('import-bundle/1', key, bytes)
    const [seen] = await database.rows<{ counts: Record<string, number>; person: string }>(SEEN, [twin])
    if (seen) return this.#keep(number, seen.person, seen.counts, 'same')
    const chart = randomUUID()
    const ready = await this.#workers.run(this.#jobFor(chart, bytes))
    if (ready.kind === 'refused') return this.#refuse(number, ready)
    const source = taggedHmac('import-patient/1', key, toUtf8(ready.source))
    await this.#keepDirectory(ready.directory)
    const { person, was } = await this.#write({ chart, bytes, twin, source, ready })
    await this.#keep(number, person, ready.counts, was)
  }

  #jobFor(chart: string, bytes: Bytes): Job {
    const { keyring, clock, writerKey } = this.#ports
    return {
      bytes,
      chart,
      keys: keyring.drawAhead(chart),
      writer: this.#organisation,
      writerKey: writerKey(this.#organisation),
      directoryKey: this.#ports.directoryKey,
      addedAt: clock.now(),
      ordinal: 0,
      first: 0,
      columns: this.#columns,
    }
  }

  async #write(bundle: Bundle): Promise<{ readonly person: string; readonly was: 'new' | 'known' }> {
    const { database, keyring, ledger } = this.#ports
    const [known] = await database.rows<{ person: string }>(KNOWN, [bundle.source])
    if (known) {
      keyring.forget(bundle.chart)
      return this.#addTo(known.person, bundle)
    }
    try {
      await database.transaction((session) => this.#writeNew(session, bundle))
      ledger.wake()
      return { person: bundle.chart, was: 'new' }
    } catch (error) {
      if (error instanceof KnownMeanwhile) return this.#write(bundle)
      throw error
    }
  }

  /** A patient who was not here before: person, chart and entries in one transaction. */
  async #writeNew(session: Session, { chart, twin, source, ready }: Bundle): Promise<void> {
    const { bear, keyring } = this.#ports
    const mine = await session.rows(PUT_PATIENT, [source, chart])
    if (mine.length === 0) throw new KnownMeanwhile()
    await bear(session, chart, this.#organisation, ready.patient)
    const { secret } = await keyring.keysOf(chart, session)
    const strand = { chart, kind: 'entries', writer: this.#organisation } as const
    const room = await takeRoom(session, strand, ready.entries, (ordinal) => strandId(secret, ordinal))
    if (room.ordinal !== 0 || room.first !== 0) throw new Error('a new chart begins at its first strand')
    await session.copyFormatted('records.entry', ENTRY_COLUMNS, ready.entryRows)
    await session.copyFormatted('keys.entry_key', KEY_COLUMNS, ready.keyRows)
    await session.rows(PUT_BUNDLE, [twin, source, JSON.stringify(ready.counts)])
  }

  async #addTo(person: string, { bytes, twin, source, ready }: Bundle) {
    const { database, addToChart } = this.#ports
    await addToChart(this.#organisation, person, bytes)
    await database.rows(PUT_BUNDLE, [twin, source, JSON.stringify(ready.counts)])
    return { person, was: 'known' } as const
  }

  /** Those that many Bundles name are kept once; `seen` saves asking again. */
  async #keepDirectory(rows: readonly DirectoryItem[]): Promise<void> {
    const fresh = rows.filter((row) => !this.#seenInDirectory.has(nameOf(row)))
    for (const row of fresh) {
      if (this.#seenInDirectory.has(nameOf(row))) continue
      this.#seenInDirectory.add(nameOf(row))
      this.#count({ [row.resourceType]: 1 })
    }
    if (fresh.length > 0) await this.#ports.keepDirectory(fresh)
  }

  async #keep(
    line: number,
    person: string,
    counts: Ready['counts'],
    was: ImportedPatient['was'],
  ): Promise<void> {
    const clinical = Object.entries(counts).filter(([type]) => !DIRECTORY.has(type))
    this.#count(Object.fromEntries(clinical))
    this.#bundles += 1
    const healthId = await this.#ports.healthIdOf(person)
    this.#patients.push({ line, healthId, entries: sum(Object.fromEntries(clinical)), was })
  }

  #refuse(line: number, { code, problems }: Refusal): void {
    this.#bundles += 1
    this.#refused.push({ line, code, problems })
  }

  #count(counts: Readonly<Record<string, number>>): void {
    for (const [type, count] of Object.entries(counts)) {
      this.#resources[type] = (this.#resources[type] ?? 0) + count
    }
  }
}

interface Bundle {
  readonly chart: string
  readonly bytes: Bytes
  readonly twin: Bytes
  readonly source: Bytes
  readonly ready: Ready
}

const DIRECTORY: ReadonlySet<string> = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
])

function nameOf({ resourceType, identity }: DirectoryItem): string {
  return `${resourceType} ${identity}`
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
