import type { Ground, Row } from './category.ts'
import { DEPARTMENTS } from './tables/departments.ts'
import { ENGLISH } from './tables/english.ts'
import { HINDI } from './tables/hindi.ts'
import { KANNADA } from './tables/kannada.ts'
import { MEDICINES } from './tables/medicines.ts'
import type { Term } from './terms.ts'

/** Everything that is found by its name. */
export const ALL_TERMS: readonly Term[] = [
  ...grounded('medicine', MEDICINES),
  ...grounded('department', DEPARTMENTS),
  ...[ENGLISH, HINDI, KANNADA].flatMap((words) => grounded('word', words)),
]

function grounded(ground: Ground, table: readonly Row[]): readonly Term[] {
  return table.map((row) => ({ ...row, ground }))
}
