/** The demonstration: an invented population in an empty node, once, and who of it can sign in. */
import { boundTo, fromUtf8, seal, toUtf8, unseal, type Bytes } from '#kernel'
import {
  DEMONSTRATION_PASSWORD,
  generatePopulation,
  loadPopulation,
  type SignIn,
  type Tell,
} from '#demonstration'
import type { Route } from '#http'
import { demonstrationRoutes } from '#identity'

import { z } from 'zod'

import { ConfigError } from './config.ts'
import type { OpenNode } from './node.ts'
import type { Services } from './services.ts'

const SEED = 'twinchart'

export const demonstrationMigrations = [
  {
    name: 'demonstration/1-signins',
    sql: `create schema demonstration;
      create table demonstration.state (single boolean primary key default true check (single), sealed bytea);`,
  },
]

const signInsSchema = z.array(
  z.object({ role: z.string(), name: z.string(), healthId: z.string(), person: z.string() }),
)

interface DemonstrationOptions {
  readonly people: number
  readonly tell: Tell
}

/** Who can sign in; loads the population first where the node has none. */
export async function ensureDemonstration(
  node: OpenNode,
  services: Services,
  { people, tell }: DemonstrationOptions,
): Promise<readonly SignIn[]> {
  const there = await readSignIns(node)
  if (there) return there
  await requireEmpty(node)
  const { database, identity, gate, authority, clock } = node
  const population = generatePopulation({ seed: SEED, people, until: clock.now() })
  const ports = { database, identity, gate, authority, clock, records: services.records }
  const { signIns } = await loadPopulation(ports, population, tell)
  await node.ledger.settle()
  await keepSignIns(node, signIns)
  return signIns
}

/** Invented people never come among real ones. */
async function requireEmpty({ database, config }: OpenNode): Promise<void> {
  const [somebody] = await database.rows({ text: 'select 1 from identity.person limit 1' })
  if (!somebody) return
  throw new ConfigError(
    'BAD_CONFIGURATION',
    `${config.data} has people in it and is no demonstration: start it without --demonstration, or choose another --data`,
  )
}

/** The endpoint of the first page; served in a demonstration only. */
export function signInRoutes(signIns: readonly SignIn[]): readonly Route[] {
  return demonstrationRoutes(async () =>
    signIns.map(({ role, name, healthId }) => ({ role, name, healthId, password: DEMONSTRATION_PASSWORD })),
  )
}

async function readSignIns(node: OpenNode): Promise<readonly SignIn[] | undefined> {
  const [row] = await node.database.rows<{ sealed: Bytes }>({
    text: 'select sealed from demonstration.state',
  })
  return (
    row &&
    signInsSchema.parse(JSON.parse(fromUtf8(unseal(keyOf(node), row.sealed, boundTo('demonstration')))))
  )
}

async function keepSignIns(node: OpenNode, signIns: readonly SignIn[]): Promise<void> {
  const sealed = seal(keyOf(node), toUtf8(JSON.stringify(signIns)), boundTo('demonstration'))
  await node.database.rows({ text: 'insert into demonstration.state (sealed) values ($1)' }, [sealed])
}

function keyOf({ keys }: OpenNode): Bytes {
  return keys.keyFor('demonstration/1')
}
