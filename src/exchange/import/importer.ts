/** Imports Bundles as they are, each whole or not at all; what was imported before is recognised, so a run can go on. */
import { randomUUID } from 'node:crypto'

import { DomainError, taggedHmac, toUtf8, type Bytes } from '#kernel'
import { takeRoom } from '#ledger'
import { strandId } from '#ledger/model'
import {
  ENTRY_COLUMNS,
  KEY_COLUMNS,
  openPreparer,
  type DirectoryItem,
  type Preparing,
  type Prepared,
  type Preparer,
} from '#records'
import type { Session } from '#storage'

import type { Source, SourceLine } from './lines.ts'
import type { ImportPorts } from './ports.ts'
import { heldIn, Tally, type Held, type ImportedPatient, type ImportReport, type Progress } from './report.ts'
import { claimPatient, keepBundle, knownPatient, seenBundle, type Seen } from './store.ts'

/** Bundles that wait beside those being made ready, so that nobody does: what memory holds. */
const AHEAD = 3

/** Somebody else's line made this chart meanwhile. */
class KnownMeanwhile extends Error {}

export async function importBundles(
  ports: ImportPorts,
  source: Source,
  organisation: Bytes,
  tell: (progress: Progress) => void,
): Promise<ImportReport> {
  await using preparer = await openPreparer(ports.database, ports.directoryKey)
  await using run = new ImportRun(ports, organisation, preparer)
  for await (const line of source.lines()) {
    await run.take(line)
    tell({ read: line.read, total: source.total, ...run.tally.progress })
  }
  await run.drain()
  await ports.ledger.settle()
  tell({ read: source.total, total: source.total, ...run.tally.progress })
  return run.tally.report
}

/** A Bundle that is on its way into a chart. */
interface Bundle {
  readonly chart: string
  readonly bytes: Bytes
  readonly twin: Bytes
  readonly source: Bytes
  readonly prepared: Prepared
  readonly held: Held
}

class ImportRun implements AsyncDisposable {
  readonly tally = new Tally()
  readonly #ports: ImportPorts
  readonly #organisation: Bytes
  readonly #preparer: Preparer
  readonly #inFlight = new Set<Promise<void>>()
  /** What is durable beside the charts, so that it is not asked for again. */
  readonly #inDirectory = new Set<string>()
  #failure: unknown

  constructor(ports: ImportPorts, organisation: Bytes, preparer: Preparer) {
    this.#ports = ports
    this.#organisation = organisation
    this.#preparer = preparer
  }

  async take(line: SourceLine): Promise<void> {
    while (this.#inFlight.size >= this.#preparer.threads + AHEAD) await Promise.race(this.#inFlight)
    if (this.#failure !== undefined) throw this.#failure
    const work = this.#import(line, Promise.all(this.#inFlight))
      .catch((error: unknown) => this.#refuse(line, error))
      .finally(() => this.#inFlight.delete(work))
    this.#inFlight.add(work)
  }

  async drain(): Promise<void> {
    await Promise.all(this.#inFlight)
    if (this.#failure !== undefined) throw this.#failure
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#inFlight)
  }

  async #import(line: SourceLine, earlier: Promise<unknown>): Promise<void> {
    const { database, key } = this.#ports
    const twin = taggedHmac('import-bundle/1', key, line.bytes)
    const seen = await seenBundle(database, twin)
    if (seen) return this.#count(line, seen, 'same')
    const chart = randomUUID()
    const prepared = await this.#preparer.prepare(this.#preparationOf(chart, line.bytes), earlier)
    if (prepared.kind !== 'prepared') this.#ports.keyring.forget(chart)
    switch (prepared.kind) {
      case 'refused':
        return this.tally.refuse({ line: line.number, code: prepared.code, problems: prepared.problems })
      case 'directory':
        return this.#writeDirectory(twin, prepared.directory)
      case 'prepared': {
        const source = taggedHmac('import-patient/1', key, toUtf8(prepared.source))
        const held = heldIn(prepared.directory, prepared)
        const written = await this.#write({ chart, bytes: line.bytes, twin, source, prepared, held })
        return this.#count(line, { person: written.person, held }, written.was)
      }
    }
  }

  /** Houses and their people, whom no chart is about. */
  async #writeDirectory(twin: Bytes, items: readonly DirectoryItem[]): Promise<void> {
    const { database, keepDirectory } = this.#ports
    const held = heldIn(items)
    await database.transaction(async (session) => {
      await keepBundle(session, { twin, source: null, held })
      await keepDirectory(session, items)
    })
    for (const { id } of items) this.#inDirectory.add(id)
    this.tally.take(null, held)
  }

  #preparationOf(chart: string, bytes: Bytes): Preparing {
    const { keyring, clock, writerKey, directoryKey } = this.#ports
    const writer = this.#organisation
    const keys = keyring.drawAhead(chart)
    return { bytes, chart, keys, writer, writerKey: writerKey(writer), directoryKey, addedAt: clock.now() }
  }

  async #write(bundle: Bundle): Promise<{ readonly person: string; readonly was: 'new' | 'known' }> {
    const { database, keyring, ledger } = this.#ports
    const { chart, source, prepared } = bundle
    const known = await knownPatient(database, source)
    if (known !== undefined) {
      keyring.forget(chart)
      return this.#addTo(known, bundle)
    }
    try {
      await database.transaction((session) => this.#writeNew(session, bundle))
      for (const { id } of prepared.directory) this.#inDirectory.add(id)
      ledger.wake()
      return { person: chart, was: 'new' }
    } catch (error) {
      if (error instanceof KnownMeanwhile) return this.#write(bundle)
      throw error
    }
  }

  /** A patient who was not here before: person, chart, entries and what they refer to, in one transaction. */
  async #writeNew(session: Session, { chart, twin, source, prepared, held }: Bundle): Promise<void> {
    const { bear, keyring, keepDirectory } = this.#ports
    if (!(await claimPatient(session, source, chart))) throw new KnownMeanwhile()
    await bear(session, chart, this.#organisation, prepared.patient)
    const { secret } = await keyring.keysOf(chart, session)
    const strand = { chart, kind: 'entries', writer: this.#organisation } as const
    const room = await takeRoom(session, strand, prepared.entries, (ordinal) => strandId(secret, ordinal))
    if (room.ordinal !== 0 || room.first !== 0) throw new Error('a new chart begins at its first strand')
    await session.copyFormatted('records.entry', ENTRY_COLUMNS, prepared.entryRows)
    await session.copyFormatted('keys.entry_key', KEY_COLUMNS, prepared.keyRows)
    await keepBundle(session, { twin, source, held })
    // Last, since whoever keeps something there lets nobody else do so until the commit.
    const fresh = this.#freshIn(prepared.directory)
    if (fresh.length > 0) await keepDirectory(session, fresh)
  }

  #freshIn(directory: readonly DirectoryItem[]): readonly DirectoryItem[] {
    return directory.filter(({ id }) => !this.#inDirectory.has(id))
  }

  async #addTo(person: string, { bytes, twin, source, held }: Bundle) {
    const { database, addToChart } = this.#ports
    await addToChart(this.#organisation, person, bytes)
    await keepBundle(database, { twin, source, held })
    return { person, was: 'known' } as const
  }

  async #count(line: SourceLine, { person, held }: Seen, was: ImportedPatient['was']): Promise<void> {
    if (person === null) return this.tally.take(null, held)
    const healthId = await this.#ports.healthIdOf(person)
    this.tally.take({ line: line.number, healthId, was }, held)
  }

  /** What is wrong with a Bundle is told of that; anything else ends the run. */
  #refuse({ number }: SourceLine, error: unknown): void {
    if (!(error instanceof DomainError)) {
      this.#failure ??= error
      return
    }
    const whole = [{ path: 'Bundle', problem: error.message }]
    const named = error.fields.map(({ path, message }) => ({ path, problem: message }))
    this.tally.refuse({ line: number, code: error.code, problems: named.length > 0 ? named : whole })
  }
}
