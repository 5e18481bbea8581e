import type { Clock } from '#kernel'
import type { Session } from '#storage'

import { IdentityError } from '../model/index.ts'
import { isWithin } from './limit.ts'

/** Enough for a bad line, too few to plague anybody or to guess with. */
const MOST_CODES = 6

/** Counts a code to a contact (by its lookup) and refuses one too many. */
export async function countCode(session: Session, lookup: Uint8Array, clock: Clock): Promise<void> {
  if (await isWithin(MOST_CODES, session, lookup, clock)) return
  throw new IdentityError('TOO_MANY_CODES', 'too many codes went there lately: wait a quarter of an hour')
}
