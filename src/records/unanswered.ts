/** References that nothing answers. Nothing is refused for them; whoever brought them is told. */
import type { IncomingEntry } from './intake.ts'
import type { Unanswered } from './model/index.ts'

/** Whoever mends the source needs to see the pattern, not each. */
export const MOST_NAMED = 20

export function unansweredIn(entries: readonly IncomingEntry[]): Unanswered {
  const paths = entries.flatMap(({ unanswered }) => unanswered)
  return { count: paths.length, first: paths.slice(0, MOST_NAMED) }
}
