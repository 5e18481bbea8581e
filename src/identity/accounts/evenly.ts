import { setTimeout as sleep } from 'node:timers/promises'

/** Longer than looking somebody up and checking a password takes. */
export const EVEN_TIME = 400

/** Does the work, and answers no sooner than after a while: the time it took says nothing of who there is. */
export async function evenly<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const whileAway = sleep(milliseconds)
  try {
    return await work()
  } finally {
    await whileAway
  }
}
