/** A node: every subject opened over one database, one key file and one ledger, as the configuration asks. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import {
  openSigner,
  systemChance,
  systemClock,
  taggedHmac,
  toHex,
  type Bytes,
  type Chance,
  type Clock,
} from '#kernel'
import {
  consentLeafSources,
  consentMigrations,
  consentProjections,
  endVisits,
  openGate,
  openKeyring,
  openLookBook,
  visitProjection,
  releaseUnfinished,
  type Gate,
  type Keyring,
  type LookBook,
} from '#consent'
import { grantConsent, revokeConsent } from '#consent/model'
import { limitMigrations, openEventHub, type EventHub } from '#http'
import {
  foundAuthority,
  foundedAs,
  identityMigrations,
  identityProjections,
  openIdentity,
  openVault,
  type Founder,
  type Identity,
} from '#identity'
import { identityTransactions } from '#identity/model'
import { found, ledgerMigrations, openLedger, type Ledger } from '#ledger'
import { exchangeMigrations } from '#exchange'
import { recordLeafSource, recordMigrations } from '#records'
import {
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  openFolderBlobs,
  openKeyFile,
  type BlobStore,
  type Database,
  type NodeKeys,
} from '#storage'

import { ConfigError, publicUrlOf } from './config.ts'
import { demonstrationMigrations } from './demonstration.ts'
import type { Config } from './config-settings.ts'
import type { Log } from './log.ts'
import type { Supervisor } from './supervisor.ts'

/** What a node keeps, with the keys to it: nothing runs yet. */
export interface Store {
  readonly config: Config
  readonly database: Database
  readonly keys: NodeKeys
  readonly blobs: BlobStore
  readonly keyring: Keyring
  readonly clock: Clock
  readonly chance: Chance
  writerKey(organisation: Bytes): Bytes
}

/** All that a node is made of, opened. */
export interface OpenNode extends Store {
  readonly live: EventHub
  readonly ledger: Ledger
  readonly identity: Identity
  readonly gate: Gate
  readonly looks: LookBook
  readonly authority: Bytes
}

/** What keeps the parts of a node open, and closes them, the last first. */
export type Opener = Pick<Supervisor, 'open'>

const migrations = [
  ...limitMigrations,
  ...ledgerMigrations,
  ...identityMigrations,
  ...consentMigrations,
  ...recordMigrations,
  ...exchangeMigrations,
  ...demonstrationMigrations,
]

/** The transactions of every subject beside the ledger's own. */
export const transactions = [...identityTransactions, grantConsent, revokeConsent]

/** Who keeps the leaves of strands. */
export const sources = [recordLeafSource, ...consentLeafSources]

/** Opens a node in the supervisor's care; it says what it is doing through the log. */
export async function openNode(config: Config, log: Log, supervisor: Opener): Promise<OpenNode> {
  const store = await openStore(config, log, supervisor)
  const { database, keys, keyring, clock, chance } = store
  const vault = openVault(keys, chance)
  const live = await supervisor.open({ name: 'database', open: () => openEventHub(database) })
  await refuseOtherNumber(config, database)
  const claim = authorityClaim(config)
  const authority = await foundAuthority(database, { vault, clock, chance, node: config.node }, claim)
  const ledger = await openLedgerOf(store, authority, live, supervisor)
  await releaseUnfinished(database)
  const identity = await supervisor.open({
    name: 'accounts',
    open: async () =>
      openIdentity({
        database,
        ledger,
        live,
        vault,
        clock,
        chance,
        publicUrl: publicUrlOf(config).replace(/\/$/, ''),
        node: config.node,
        authority: authority.id,
        messages: { mail: config.mail, mailFrom: config.mailFrom, sms: config.sms },
        undelivered: (channel) => log.warn('message-undelivered', { channel }),
        atBirth: async (session, people) => {
          for (const person of people) await keyring.create(session, person)
        },
        atLeaving: (session, organisation, reader) =>
          endVisits(session, live, { organisation, reader, at: clock.now() }),
      }),
  })
  const { registrations } = identity
  const looks = openLookBook({ database, ledger, home: authority.id, clock, chance })
  const gate = openGate({ database, keyring, clock, registrations, home: authority.id, looks })
  return { ...store, live, ledger, identity, gate, looks, authority: authority.id }
}

/** Opens what the configuration says is kept, and brings it to the form that this version expects. */
export async function openStore(config: Config, log: Log, supervisor: Opener): Promise<Store> {
  await mkdir(config.data, { recursive: true, mode: 0o700 })
  const [clock, chance] = [systemClock, systemChance]
  const database = await openStorage(config, log, supervisor)
  const keys = await openKeys(config, database)
  await migrate(database, migrations)
  const keyring = openKeyring(database, keys.keyFor('chart-keys/1'), chance)
  const blobs = await openFolderBlobs(join(config.data, 'documents'))
  const writerKey = (organisation: Bytes) =>
    taggedHmac('organisation-wrap/1', keys.keyFor('organisations/1'), organisation)
  return { config, database, keys, blobs, keyring, clock, chance, writerKey }
}

function openLedgerOf(
  { config, database, keys, keyring, clock, chance }: Store,
  authority: Founder,
  live: EventHub,
  supervisor: Opener,
): Promise<Ledger> {
  const signerFor = (organisation: Bytes) =>
    openSigner(taggedHmac('organisation-signer/1', keys.keyFor('organisations/1'), organisation))
  const validator = openSigner(keys.keyFor('validator/1'))
  const home = signerFor(authority.id)
  return supervisor.open({
    name: 'ledger',
    open: () =>
      openLedger({
        database,
        clock,
        validator,
        signerFor,
        home,
        transactions,
        projections: [
          ...identityProjections(live),
          ...consentProjections(keyring, authority.id),
          visitProjection(live),
        ],
        sources,
        genesis: () => genesisOf(config, authority, validator.publicKey, home.publicKey, clock, chance),
      }),
  })
}

async function openStorage(config: Config, log: Log, supervisor: Opener): Promise<Database> {
  const url = config.databaseUrl ?? (await openEmbedded(config, log, supervisor))
  return supervisor.open({ name: 'database', open: () => openDatabase(url) })
}

async function openEmbedded(config: Config, log: Log, supervisor: Opener): Promise<string> {
  const folder = join(config.data, 'postgres')
  const { url } = await supervisor.open({
    name: 'database',
    async open() {
      const postgres = await openEmbeddedPostgres({ folder, log: (event) => log.info(event) })
      return Object.assign(postgres, { failed: postgres.ended })
    },
  })
  return url
}

const BEGUN = { text: `select 1 from pg_namespace where nspname = 'ledger'` }

/** A database without its key file is noise: a new key would only hide that. */
async function openKeys(config: Config, database: Database): Promise<NodeKeys> {
  const path = join(config.data, 'node.key')
  if (!existsSync(path)) {
    const [begun] = await database.rows(BEGUN)
    if (begun) {
      throw new ConfigError(
        'BAD_CONFIGURATION',
        `${path} is missing: this database was sealed with it, so put it back`,
      )
    }
  }
  return openKeyFile(path)
}

/** The number stands in the first block and in every health ID that was given: another one would be another node. */
async function refuseOtherNumber({ node }: Config, database: Database): Promise<void> {
  const founded = await foundedAs(database)
  if (founded === undefined || founded === node) return
  throw new ConfigError(
    'BAD_CONFIGURATION',
    `this database is that of node ${founded}, which cannot become node ${node}: set node back, or use an empty database`,
  )
}

/** What the directory says of the authority until its officers say it better. */
function authorityClaim({ demonstration }: Config) {
  return {
    name: demonstration ? 'Demonstration Health Authority' : 'Health Authority',
    address: 'Office of the health authority',
    place: 'Bengaluru',
    district: 'Bengaluru Urban',
    state: 'Karnataka',
    pin: '560001',
    phone: '080 0000 0000',
    registration: 'founding authority',
  }
}

function genesisOf(
  { node }: Config,
  authority: Founder,
  validator: Bytes,
  key: Bytes,
  clock: Clock,
  chance: Chance,
) {
  const organisation = { id: authority.id, kind: 'authority', key, number: node, state: 'active' } as const
  return found({
    chain: `twinchart-${node}-${toHex(chance.bytes(4))}`,
    time: clock.now(),
    validator,
    authority: authority.id,
    organisations: [{ ...organisation, details: authority.details }],
  })
}
