import { MINUTE } from '#kernel'

/** When a screen reader says what is left. The words stand until the next, so that they are read once. */
const MARKS = [MINUTE, 5 * MINUTE]

/** What to say with so much left: the nearest mark not yet passed, or nothing while there is time. */
export function spoken(left: number): number | undefined {
  return left === 0 ? undefined : MARKS.find((mark) => left <= mark)
}
