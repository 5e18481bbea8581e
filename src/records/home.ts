/** A patient's first page, and who looked at the chart. */
import { fromHex, toBase64Url, toHex, toInstant } from '#kernel'
import type { Actor } from '#http/model'
import { consentsOf, countLooks, looksAt, type KeptLook, type Permission } from '#consent'
import { kindSchema, type Place } from '#consent/model'
import { proveLeaf } from '#ledger'
import { strandId } from '#ledger/model'

import { openChart, requireWhole, type Line } from './chart-view.ts'
import { recordLeafSource } from './leaves.ts'
import { medicinesNow } from './first-screen.ts'
import type { RecordsPorts } from './ports.ts'
import { toShapes } from './reading.ts'

const NEWEST = 5
/** Of each look; the count says how many there were. */
const MOST_NAMED = 20

export async function homeOf(ports: RecordsPorts, actor: Actor) {
  const { database, directory, clock } = ports
  const permission = await ports.gate.own(actor)
  const view = openChart(ports, permission)
  const now = clock.now()
  const counts = await view.counts()
  const newest = await view.lines({ most: NEWEST })
  return {
    waiting: await ports.consents.waiting(actor),
    readers: await readersNow(ports, permission),
    medicines: await medicinesNow(view, now),
    newest: await toShapes(newest, directory),
    entries: counts.reduce((sum, { entries }) => sum + entries, 0),
    looksThisMonth: await countLooks(database, permission.chart, monthOf(now)),
  }
}

async function readersNow({ database, directory, clock }: RecordsPorts, { chart }: Permission) {
  const consents = await consentsOf(database, chart, clock.now())
  const open = consents.filter(({ state }) => state === 'granted')
  return Promise.all(
    open.map(async ({ id, reader, organisation, expiresAt }) => ({
      consent: toHex(id),
      name: await directory.personName(reader),
      organisation: await directory.organisationName(organisation),
      until: expiresAt,
    })),
  )
}

function monthOf(now: number) {
  const date = new Date(now)
  return toInstant(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1))
}

/** Who looked, newest first, each with the lines that were seen. */
export async function looksOf(
  ports: RecordsPorts,
  actor: Actor,
  { after, most }: { readonly after?: string | undefined; readonly most: number },
) {
  const { database, clock } = ports
  const permission = await ports.gate.own(actor)
  const looks = await looksAt(database, permission, afterOf(after), most)
  const places = looks.flatMap(({ look }) => look.entries.slice(0, MOST_NAMED))
  const lines = await openChart(ports, permission).placed(places)
  const byPlace = new Map(lines.map((line) => [keyOf(line.place), line]))
  const consents = await consentsOf(database, permission.chart, clock.now())
  const readers = new Map(consents.map(({ id, reader }) => [toHex(id), reader]))
  const last = looks.length === most ? looks.at(-1) : undefined
  return {
    looks: await Promise.all(looks.map((look) => toShape(ports, permission.chart, look, readers, byPlace))),
    next: last ? `${last.at}~${last.id}` : null,
  }
}

async function toShape(
  { directory }: RecordsPorts,
  chart: string,
  { id, at, look, anchored }: KeptLook,
  readers: ReadonlyMap<string, string>,
  byPlace: ReadonlyMap<string, Line>,
) {
  const person = look.staff ?? readers.get(look.consent ?? '')
  const isOwn = person !== undefined && person === chart
  const seen = look.entries.slice(0, MOST_NAMED).flatMap((place) => byPlace.get(keyOf(place)) ?? [])
  return {
    look: id,
    at,
    name: person === undefined ? '' : await directory.personName(person),
    organisation: isOwn ? '' : await directory.organisationName(fromHex(look.organisation)),
    consent: look.consent,
    way: look.way,
    entries: seen.map((line) => ({
      entry: line.id,
      title: line.preview.title,
      kind: kindSchema.parse(line.kind),
    })),
    count: look.entries.length,
    anchored,
  }
}

/** What the patient's own browser needs to check that an entry stands on the ledger unchanged. */
export async function proofOf(ports: RecordsPorts, actor: Actor, id: string) {
  const { ledger, database } = ports
  const permission = await ports.gate.own(actor)
  const { place, salt, stored } = await requireWhole(openChart(ports, permission), id)
  const proved = await proveLeaf(ledger, database, recordLeafSource, permission.chart, place)
  return {
    salt: toBase64Url(salt),
    stored: toBase64Url(stored),
    strand: toBase64Url(strandId(permission.keys.secret, place.strand)),
    index: place.index,
    path: proved.kind === 'proved' ? proved.proof.path.map(toBase64Url) : null,
    state: proved.kind === 'proved' ? toBase64Url(proved.proof.state) : null,
    chain: ledger.chain,
    refusal: proved.kind === 'waiting' ? proved.refusal : null,
  }
}

function afterOf(after: string | undefined) {
  const [at, id] = after?.split('~') ?? []
  return at && id ? { at: Number(at), id } : undefined
}

function keyOf({ strand, index }: Place): string {
  return `${strand}/${index}`
}
