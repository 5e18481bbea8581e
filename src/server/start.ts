/** The whole node, from the configuration to the open port, kept until a signal or a failure. */
import type { SignIn, Tell } from '#demonstration'

import { ConfigError, publicUrlOf } from './config.ts'
import type { Config } from './config-settings.ts'
import { ensureDemonstration, signInRoutes } from './demonstration.ts'
import { openHousekeeping } from './housekeeping.ts'
import { openLog } from './log.ts'
import { openNode, openStore, type OpenNode, type Opener, type Store } from './node.ts'
import { openOperatorDoor } from './operator.ts'
import { openServices, type Services } from './services.ts'
import { supervise } from './supervisor.ts'
import { openWeb } from './web.ts'

/** What is said on the way. */
interface StartHooks {
  /** How far the demonstration's population is. */
  readonly tell: Tell
  readonly people: number
  ready(url: string, signIns: readonly SignIn[]): void
}

/** Serves until stopped; resolves when everything is closed. */
export async function startServer(config: Config, hooks: StartHooks): Promise<void> {
  refuseOpenMailbox(config)
  await using log = openLog(config)
  await supervise(async (supervisor) => {
    const node = await openNode(config, log, supervisor)
    const services = await openServices(node, supervisor)
    const signIns = config.demonstration ? await ensureDemonstration(node, services, hooks) : []
    const routes = config.demonstration ? [...services.routes, ...signInRoutes(signIns)] : services.routes
    await supervisor.open({ name: 'housekeeping', open: async () => openHousekeeping(node, services) })
    await supervisor.open({ name: 'operator', open: () => openOperatorDoor(config, node.ledger) })
    await supervisor.open({ name: 'http', open: () => openWeb(node, routes, log) })
    hooks.ready(publicUrlOf(config), signIns)
  }, log)
}

const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

/** At /dev/mailbox anybody reads every code: that is for trying out on one machine. */
function refuseOpenMailbox({ host, mail, sms, demonstration }: Config): void {
  const isOpen = (mail === 'mailbox' || sms === 'mailbox') && !THIS_MACHINE.has(host)
  if (!isOpen || demonstration) return
  throw new ConfigError(
    'BAD_CONFIGURATION',
    `host ${host} can be reached from elsewhere, where the mailbox would show every code to everybody: set mail and sms first`,
  )
}

/** A node for one command: opened, used, closed. */
export async function useNode<T>(
  config: Config,
  use: (node: OpenNode, services: Services) => Promise<T>,
): Promise<T> {
  await using log = openLog(config)
  await using stack = new AsyncDisposableStack()
  const opener = openerInto(stack)
  const node = await openNode(config, log, opener)
  return await use(node, await openServices(node, opener))
}

/** What a node keeps, for a command that no node may run beside. */
export async function useStore<T>(config: Config, use: (store: Store) => Promise<T>): Promise<T> {
  await using log = openLog(config)
  await using stack = new AsyncDisposableStack()
  return await use(await openStore(config, log, openerInto(stack)))
}

function openerInto(stack: AsyncDisposableStack): Opener {
  return { open: async ({ open }) => stack.use(await open(new AbortController().signal)) }
}

/** Loads the demonstration's population into a data folder, and serves nothing. */
export function loadDemonstration(
  config: Config,
  { tell, people }: Pick<StartHooks, 'tell' | 'people'>,
): Promise<readonly SignIn[]> {
  return useNode(config, (node, services) => ensureDemonstration(node, services, { tell, people }))
}
