/** What an import did, counted as it goes. */
import { MOST_NAMED, type DirectoryItem, type RefusedBundle } from '#records'
import type { Unanswered } from '#records/model'

const NONE = { count: 0, first: [] }

export interface Progress {
  /** Bytes of the file as it lies on the disk. */
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

interface RefusedLine extends Omit<RefusedBundle, 'kind'> {
  readonly line: number
}

export interface ImportReport {
  readonly bundles: number
  /** Resources by type; organisations and practitioners once each, however often they came. */
  readonly resources: Readonly<Record<string, number>>
  readonly patients: readonly ImportedPatient[]
  readonly refused: readonly RefusedLine[]
  /** `urn:` references that nothing in their Bundle answers: how many, and the first of them. They are kept as they are. */
  readonly unanswered: { readonly count: number; readonly first: readonly UnansweredAt[] }
}

interface UnansweredAt {
  readonly line: number
  /** In FHIRPath. */
  readonly path: string
}

/** What a Bundle held: how much for the chart, which things beside the charts, by type and id, and what leads nowhere. */
export interface Held {
  readonly counts: Readonly<Record<string, number>>
  readonly directory: Readonly<Record<string, readonly string[]>>
  readonly unanswered: Unanswered
}

export function heldIn(
  directory: readonly DirectoryItem[],
  { counts = {}, unanswered = NONE }: Partial<Pick<Held, 'counts' | 'unanswered'>> = {},
): Held {
  const byType = Map.groupBy(directory, ({ resourceType }) => resourceType)
  const ids = [...byType].map(([type, items]) => [type, [...new Set(items.map(({ id }) => id))]] as const)
  return { counts, directory: Object.fromEntries(ids), unanswered }
}

export class Tally {
  readonly #resources: Record<string, number> = {}
  readonly #directory = new Set<string>()
  readonly #patients: ImportedPatient[] = []
  readonly #refused: RefusedLine[] = []
  #unanswered: ImportReport['unanswered'] = NONE
  #taken = 0

  get progress(): Pick<Progress, 'bundles' | 'resources'> {
    return { bundles: this.#bundles, resources: sum(this.#resources) }
  }

  get report(): ImportReport {
    const patients = this.#patients.toSorted((a, b) => a.line - b.line)
    const refused = this.#refused.toSorted((a, b) => a.line - b.line)
    const unanswered = this.#unanswered
    return { bundles: this.#bundles, resources: this.#resources, patients, refused, unanswered }
  }

  /** A Bundle was taken; it is about nobody where it held only what lies beside the charts. */
  take(patient: Omit<ImportedPatient, 'entries'> | null, { counts, directory, unanswered }: Held): void {
    this.#taken += 1
    for (const [type, count] of Object.entries(counts)) this.#add(type, count)
    for (const [type, ids] of Object.entries(directory)) {
      this.#add(type, ids.filter((id) => !this.#directory.has(id)).length)
      for (const id of ids) this.#directory.add(id)
    }
    if (!patient) return
    this.#patients.push({ ...patient, entries: sum(counts) })
    if (unanswered.count > 0) this.#tell(patient.line, unanswered)
  }

  refuse(refused: RefusedLine): void {
    this.#refused.push(refused)
  }

  /** Lines come in any order; the report has the first of the file. */
  #tell(line: number, { count, first }: Unanswered): void {
    const told = [...this.#unanswered.first, ...first.map((path) => ({ line, path }))]
    this.#unanswered = {
      count: this.#unanswered.count + count,
      first: told.toSorted((a, b) => a.line - b.line).slice(0, MOST_NAMED),
    }
  }

  get #bundles(): number {
    return this.#taken + this.#refused.length
  }

  #add(type: string, count: number): void {
    this.#resources[type] = (this.#resources[type] ?? 0) + count
  }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
