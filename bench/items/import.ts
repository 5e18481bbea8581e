/** `import`: Bundles into charts, durable and anchored, beside the least that has to happen to their bytes. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { smallChart } from '../../test/fixtures/bundles.ts'
import { sharedData } from '../../test/shared-data.ts'
import { inTurn, type BenchItem } from '../measure.ts'

const REACH = 0.4
const MOST_MEBIBYTES = 700
/** Each turn takes minutes, and they vary little. */
const MOST_RUNS = 3
/** What stands in for the real Bundles in a clone that has none. */
const INVENTED = { charts: 300, weights: 300 }

const turnSchema = z.object({ rate: z.number(), mebibytes: z.number() })

export const importItem: BenchItem = {
  name: 'import',
  async measure(asked) {
    await using stack = new AsyncDisposableStack()
    const file = sharedData('synthea/dev.bundles.ndjson.gz') ?? (await invented(stack))
    const runs = Math.min(asked, MOST_RUNS)
    let mebibytes = 0
    const figure = await inTurn(
      runs,
      async () => {
        const turn = await turnOf('ours', file)
        mebibytes = Math.max(mebibytes, turn.mebibytes)
        return turn.rate
      },
      async () => (await turnOf('reference', file)).rate,
    )
    return {
      name: 'import',
      unit: 'MiB/s',
      ...figure,
      reach: `≥ ${REACH}, memory ≤ ${MOST_MEBIBYTES} MiB`,
      ok: figure.ratio >= REACH && mebibytes <= MOST_MEBIBYTES,
      runs,
      more: { mebibytes },
    }
  },
}

/** Where `bin/twinchart.js` keeps what was compiled. */
const COMPILED = fileURLToPath(new URL('../../build/compiled', import.meta.url))

/** Each turn in a process of its own, with a database of its own: what one leaves in memory is not the other's. */
async function turnOf(who: 'ours' | 'reference', file: string) {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED }
  const turn = fork(fileURLToPath(new URL(`../import/${who}.ts`, import.meta.url)), [file], { env })
  const ended = once(turn, 'exit')
  const said: unknown = await Promise.race([once(turn, 'message'), ended])
  await ended
  return z.tuple([turnSchema, z.unknown()]).parse(said)[0]
}

async function invented(stack: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twinchart-bench-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'bundles.ndjson')
  const { charts, weights } = INVENTED
  const lines = Array.from({ length: charts }, (_, i) => smallChart(`Family ${i}`, weights))
  await writeFile(file, lines.join('\n'))
  return file
}
