/** What a node does: the services of every subject over one open node, and the routes that serve them. */
import { fromHex, MINUTE, toHex, type Bytes } from '#kernel'
import {
  consentRoutes,
  newAnsweringService,
  newAskingService,
  openConsents,
  openLooks,
  type ConsentPorts,
  type Permission,
} from '#consent'
import {
  exportChart,
  importBundles,
  ledgerRoutes,
  type ImportPorts,
  type ImportReport,
  type Progress,
  type Source,
} from '#exchange'
import { practitionerOf, type Route } from '#http'
import { strandsOf } from '#ledger'
import {
  addFhir,
  directoryStore,
  openCoverable,
  openDocumentReader,
  openLeaves,
  recordRoutes,
  type Directory,
  type RecordsPorts,
} from '#records'

import type { OpenNode } from './node.ts'
import { Remembered } from './remembered.ts'
import type { Supervisor } from './supervisor.ts'

export interface Services {
  readonly routes: readonly Route[]
  readonly records: RecordsPorts
  readonly consent: ConsentPorts
  exportChart(permission: Permission): AsyncGenerator<Bytes>
  import(source: Source, organisation: Bytes, tell: (progress: Progress) => void): Promise<ImportReport>
}

export async function openServices(node: OpenNode, supervisor: Pick<Supervisor, 'open'>): Promise<Services> {
  const reader = await supervisor.open({ name: 'blobs', open: async () => openDocumentReader() })
  const { database, ledger, looks, clock, keys } = node
  const consent = consentPorts(node, openCoverable({ database, looks, clock }))
  const consents = { asking: newAskingService(consent), answering: newAnsweringService(consent) }
  const directory = directoryOf(node)
  const exporting = (permission: Permission) => exportOf(node, directory, permission)
  const { gate, blobs, chance, writerKey } = node
  const records: RecordsPorts = {
    database,
    ledger,
    gate,
    looks,
    directory,
    blobs,
    reader,
    clock,
    chance,
    writerKey,
    consents: {
      visits: consents.asking.visits,
      finish: consents.asking.finish,
      waiting: async (actor) =>
        (await consents.answering.waiting(actor)).filter(({ state }) => state === 'requested').length,
    },
    announcer: { announce: (person, topic) => void node.live.publish(person, `${topic}.changed`) },
    keys: { drafts: keys.keyFor('drafts/1'), directory: keys.keyFor('directory/1') },
    exportChart: exporting,
    maxDocumentBytes: node.config.maxUploadBytes,
    practitionerOf: (token) => practitionerOf(node.identity.authenticator, token),
  }
  return {
    records,
    consent,
    exportChart: exporting,
    routes: [
      ...node.identity.routes,
      ...consentRoutes(consent, consents),
      ...recordRoutes(records),
      ...ledgerRoutes(ledger),
    ],
    import: (source, organisation, tell) =>
      importBundles(importPorts(node, records), source, organisation, tell),
  }
}

function consentPorts(node: OpenNode, coverable: ConsentPorts['coverable']): ConsentPorts {
  const { database, ledger, gate, keyring, clock, chance, identity, live, keys } = node
  return {
    database,
    ledger,
    gate,
    keyring,
    clock,
    chance,
    coverable,
    people: identity.known,
    confirmations: identity.confirmations,
    announcer: { announce: (person, topic) => void live.publish(person, `${topic}.changed`) },
    keys: { words: keys.keyFor('request-words/1'), revocation: keys.keyFor('revocation/1') },
  }
}

function directoryOf({ identity, database, clock }: OpenNode): Directory {
  const names = new Remembered(NAMES_FOR, clock, async (id: string) => {
    const organisation = fromHex(id)
    return (await identity.organisations([organisation])).get(id)?.name ?? ''
  })
  const nameOf = (organisation: Bytes) => names.get(toHex(organisation))
  return {
    organisationName: nameOf,
    personName: identity.known.nameOf,
    async patient(person) {
      const { name, sex, birthDate, healthId } = await identity.people.read(database, person)
      return { person, name, sex, birthDate, healthId, hasPhoto: await hasPhoto(identity, person) }
    },
    photo: async (person) => ({ bytes: await identity.photoOf(person), type: 'image/jpeg' }),
  }
}

/** An organisation's name stands in every line and hardly ever changes. */
const NAMES_FOR = MINUTE

async function hasPhoto(identity: OpenNode['identity'], person: string): Promise<boolean> {
  return identity.photoOf(person).then(
    () => true,
    () => false,
  )
}

function exportOf(node: OpenNode, directory: Directory, permission: Permission): AsyncGenerator<Bytes> {
  const { database, ledger, blobs, clock } = node
  const ports = {
    database,
    ledger,
    clock,
    openers: {
      entries: {
        open: (of: Permission, { ordinal }: Strand, count: number) =>
          openLeaves({ database, blobs }, of, ordinal, count),
      },
      looks: {
        open: (of: Permission, { ordinal }: Strand, count: number) => openLooks(database, of, ordinal, count),
      },
      consents: {
        open: (of: Permission, { ordinal }: Strand, count: number) =>
          openConsents(database, of, ordinal, count),
      },
    },
    async describe({ chart }: Permission) {
      const { name, healthId } = await directory.patient(chart)
      const writers = new Map((await strandsOf(database, chart)).map(({ writer }) => [toHex(writer), writer]))
      const names = await Promise.all(
        [...writers].map(async ([id, writer]) => [id, await directory.organisationName(writer)] as const),
      )
      return { patient: name, healthId: healthId ?? '', organisations: Object.fromEntries(names) }
    },
  }
  return recorded(node, permission, exportChart(ports, permission))
}

/** A file of the whole chart is a look at all of it, durable before the file begins, and so in the file too. */
async function* recorded(
  { database, looks }: OpenNode,
  permission: Permission,
  file: AsyncGenerator<Bytes>,
): AsyncGenerator<Bytes> {
  const kept = (await strandsOf(database, permission.chart)).filter(({ kind }) => kind === 'entries')
  const entries = kept.flatMap(({ ordinal, next }) =>
    Array.from({ length: next }, (_, index) => ({ strand: ordinal, index })),
  )
  await looks.record(permission, { way: 'export', entries })
  yield* file
}

type Strand = Awaited<ReturnType<typeof strandsOf>>[number]

function importPorts(node: OpenNode, records: RecordsPorts): ImportPorts {
  const { database, ledger, keyring, clock, keys, identity, gate, writerKey } = node
  const directory = directoryStore(records.keys.directory)
  return {
    database,
    ledger,
    keyring,
    clock,
    writerKey,
    key: keys.keyFor('imports/1'),
    directoryKey: records.keys.directory,
    async bear(session, person, organisation, who) {
      const [born] = await identity.people.create(session, [
        { ...who, person, language: 'en', withAccount: false },
      ])
      if (!born) throw new Error('nobody was born')
      await identity.registrations.add(session, organisation, person)
    },
    healthIdOf: async (person) => (await identity.people.read(database, person)).healthId,
    async addToChart(organisation, person, bundle) {
      await addFhir(records, await gate.importWrites(organisation, person), bundle)
    },
    async keepDirectory(session, items) {
      await directory.keep(session, items)
    },
  }
}
