/** Milliseconds that a round waits for more to come at most. */
const MOST_WAITING = 2

/** The most in a round: while the database has one, the process makes the next ready and answers the last. */
const MOST_TOGETHER = 8

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/** Does it for many at once, and answers for each in its place. */
type Together<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>

/**
 * For what costs about the same for several as for one: a statement, a commit. What comes while a round is under way
 * goes into the next, and a round waits a moment for as many as came lately: those who come at the same time go
 * together, and whoever comes alone is not kept waiting. What a round found is answered once the next is on its way.
 */
export function gathered<Item, Result>(together: Together<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let expected = 1
  let isAtWork = false
  let full: (() => void) | undefined

  async function work(): Promise<void> {
    isAtWork = true
    while (waiting.length > 0) {
      if (waiting.length < expected) await more()
      const round = waiting.slice(0, MOST_TOGETHER)
      waiting = waiting.slice(MOST_TOGETHER)
      await settle(together, round)
      // As many may come again as were just answered, beside those who came meanwhile.
      expected = Math.min(round.length + waiting.length, MOST_TOGETHER)
    }
    isAtWork = false
  }

  async function more(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, MOST_WAITING)
    full = resolve
    await promise
    clearTimeout(timer)
    full = undefined
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isAtWork) void work()
      else if (waiting.length >= expected) full?.()
    })
}

async function settle<Item, Result>(
  together: Together<Item, Result>,
  round: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await together(round.map(({ item }) => item))
    if (results.length !== round.length) throw new Error('a round answers for each of its items')
    setImmediate(() => {
      for (const [i, result] of results.entries()) round[i]?.resolve(result)
    })
  } catch (error) {
    for (const { reject } of round) reject(error)
  }
}
