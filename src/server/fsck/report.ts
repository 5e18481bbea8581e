import type { Finding } from '#ledger'

/** So many findings are kept by name; a database that holds nothing right would else fill memory with them. */
const MOST_NAMED = 1000

/** How much was gone through, and what was found. */
export interface FsckReport {
  /** Whether everything is as it was written. */
  readonly ok: boolean
  /** Whether what blocks leave in tables was made anew first. */
  readonly rebuilt: boolean
  readonly checked: Readonly<Record<Checked, number>>
  readonly findings: readonly Finding[]
  /** Findings beyond those that are named. */
  readonly unnamed: number
  /** Blobs that no entry names: left by an upload that was broken off, and nothing wrong. */
  readonly stray: readonly string[]
}

const CHECKED = ['blocks', 'transactions', 'charts', 'entries', 'looks', 'consents', 'documents'] as const
export type Checked = (typeof CHECKED)[number]

/** Collects what a run finds. */
export class Notes {
  readonly #checked = new Map<Checked, number>(CHECKED.map((what) => [what, 0]))
  readonly #findings: Finding[] = []
  #unnamed = 0

  count(what: Checked, by: number): void {
    this.#checked.set(what, (this.#checked.get(what) ?? 0) + by)
  }

  find(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (this.#findings.length < MOST_NAMED) this.#findings.push(finding)
      else this.#unnamed += 1
    }
  }

  report(rebuilt: boolean, stray: readonly string[]): FsckReport {
    const of = (what: Checked) => this.#checked.get(what) ?? 0
    return {
      ok: this.#findings.length === 0,
      rebuilt,
      checked: {
        blocks: of('blocks'),
        transactions: of('transactions'),
        charts: of('charts'),
        entries: of('entries'),
        looks: of('looks'),
        consents: of('consents'),
        documents: of('documents'),
      },
      findings: this.#findings,
      unnamed: this.#unnamed,
      stray,
    }
  }
}
