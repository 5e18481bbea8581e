/** The errors that clerks, machines and tired doctors make, put in on purpose, each with what is true. */
import type { DemoEntry } from '../chart/entry.ts'

export type ErrorKind =
  | 'duplicate'
  | 'unit'
  | 'decimal point'
  | 'year'
  | 'sex'
  | 'age'
  | 'same medicine twice'
  | 'allergy overlooked'
  | 'wrong person'

export interface PlantedError {
  /** Key of the entry that is wrong or should not be there. */
  readonly entry: string
  readonly person: string
  readonly kind: ErrorKind
  /** What is wrong and what is true, in a sentence. */
  readonly says: string
  /** Key of the entry it repeats or contradicts. */
  readonly beside: string | undefined
}

/** An error as it comes to lie in the charts: in the place of an entry, or as one more. */
export interface Planting {
  readonly entry: DemoEntry
  readonly replaces: string | undefined
  readonly error: PlantedError
}
