/** A node of three parts that behaves as its first word says, with its log on standard output: `supervisor.system.test.ts` runs it. */
import { setTimeout as sleep } from 'node:timers/promises'

import { openLog } from '../../src/server/log.ts'
import type { PartName } from '../../src/server/log-events.ts'
import { supervise, type OpenPart, type Supervisor } from '../../src/server/supervisor.ts'

const PATIENCE = 400
const GREAT_PATIENCE = 30_000

const behaviours: Readonly<Record<string, (supervisor: Supervisor) => Promise<void>>> = {
  waits: openAll,
  async stops(supervisor) {
    await openAll(supervisor)
    supervisor.stop()
  },
  async refuses(supervisor) {
    await supervisor.open(part('database'))
    await supervisor.open({ name: 'ledger', open: async () => fail() })
  },
  async ends(supervisor) {
    await openAll(supervisor)
    await supervisor.open({ name: 'accounts', open: async () => ({ ...closing(), failed: sleep(50) }) })
  },
  async forgets(supervisor) {
    await openAll(supervisor)
    void fail()
  },
  async watches(supervisor) {
    await openAll(supervisor)
    supervisor.watch('ledger', sleep(20).then(fail))
  },
  async throws(supervisor) {
    await openAll(supervisor)
    setTimeout(() => {
      throw new Error('thrown where nobody catches')
    })
  },
  async hangs(supervisor) {
    await openAll(supervisor)
    const never = { [Symbol.asyncDispose]: async () => sleep(60_000) }
    await supervisor.open({ name: 'accounts', open: async () => never })
  },
  async breaks(supervisor) {
    await openAll(supervisor)
    await supervisor.open({ name: 'accounts', open: async () => ({ [Symbol.asyncDispose]: fail }) })
  },
  async dawdles(supervisor) {
    await supervisor.open(part('database'))
    await supervisor.open({ name: 'ledger', open: async () => (await sleep(200), closing()) })
    await supervisor.open(part('http'))
  },
}

const [name = '', patient] = process.argv.slice(2)
const behaviour = behaviours[name]
if (!behaviour) throw new Error('no such behaviour')

await using log = openLog({ data: '', log: 'stdout', logLevel: 'info' })
// Something open must keep the process alive, as a listening server does.
const alive = setInterval(() => {}, 1_000)
await supervise(behaviour, log, patient === 'patiently' ? GREAT_PATIENCE : PATIENCE).catch(() => {
  process.exitCode = 1
})
clearInterval(alive)

async function openAll(supervisor: Supervisor): Promise<void> {
  for (const name of ['database', 'ledger', 'http'] as const) await supervisor.open(part(name))
}

function part(name: PartName) {
  return { name, open: async () => closing() }
}

function closing(): OpenPart {
  return { [Symbol.asyncDispose]: async () => {} }
}

async function fail(): Promise<never> {
  throw new Error('failed')
}
