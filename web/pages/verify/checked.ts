import type { Report } from '#exchange/model'

/** What the worker is given. */
export interface Question {
  readonly number: number
  readonly file: File
}

/** What it answers: the report, or that the file could not be read at all. */
export interface Checked {
  readonly number: number
  readonly report: Report | null
}
