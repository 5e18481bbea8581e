import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { openSource } from '#exchange'
import { fromUtf8, isSame, type Bytes } from '#kernel'
import { myEntryEndpoint, myTimelineEndpoint, sliceBundle } from '#records/model'
import { openLeaves } from '#records'

import { openPreview } from '../../src/records/sealing.ts'
import {
  bundleOf,
  newUrl,
  organisationEntry,
  patientEntry,
  smallChart,
  weightEntry,
} from '../fixtures/bundles.ts'
import { run, start } from '../fixtures/command.ts'
import { openPlace, openTestNode, type TestNode } from '../fixtures/node.ts'
import { signIn } from '../fixtures/town.ts'
import { sharedData } from '../shared-data.ts'

const BUNDLES = sharedData('synthea/dev.bundles.ndjson.gz')
const ORACLE = sharedData('synthea/oracle-dev.json')
const MOST_MEMORY = 700
const DIRECTORY = new Set(['Organization', 'Practitioner'])
const EVERY = 17

const reportSchema = z.object({
  bundles: z.int(),
  resources: z.record(z.string(), z.int()),
  patients: z.array(
    z.object({
      line: z.int(),
      healthId: z.string(),
      entries: z.int(),
      was: z.enum(['new', 'known', 'same']),
    }),
  ),
  refused: z.array(z.unknown()),
  unanswered: z.object({ count: z.int(), first: z.array(z.unknown()) }),
})
const oracleSchema = z.object({
  distinctById: z.record(z.string(), z.int()),
  perPatient: z.record(z.string(), z.object({ counts: z.record(z.string(), z.int()) })),
})

describe.skipIf(!BUNDLES || !ORACLE)('the 369 Synthea charts', () => {
  const oracle = oracleSchema.parse(JSON.parse(ORACLE ? readFileSync(ORACLE, 'utf8') : '{}'))
  let place: Awaited<ReturnType<typeof openPlace>>
  let world: TestNode | undefined
  let report: z.infer<typeof reportSchema>
  beforeAll(async () => {
    place = await openPlace()
  })
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]()
    await place[Symbol.asyncDispose]()
  })

  it('are all there after an import that was killed on the way and begun again, in little memory', async () => {
    const first = start(place, 'import', BUNDLES ?? '')
    while (!/ (3|4|5)\d %/.test(first.err())) await sleep(50)
    first.kill()
    const killed = await first.ended
    expect(killed.code).toBeNull()
    const second = await run(place, 'import', BUNDLES ?? '')
    expect(second).toMatchObject({ code: 0 })
    report = reportSchema.parse(second.json)
    expect(report.resources).toEqual(oracle.distinctById)
    expect(report).toMatchObject({ bundles: 369, refused: [], unanswered: { count: 0 } })
    expect(report.patients.filter(({ was }) => was === 'same').length).toBeGreaterThan(20)
    expect(new Set(report.patients.map(({ healthId }) => healthId)).size).toBe(369)
    expect(Math.max(killed.mostMemory, second.mostMemory)).toBeLessThan(MOST_MEMORY)
  }, 300_000)

  it('are the same when they are imported again, and nothing is added', async () => {
    const again = reportSchema.parse((await run(place, 'import', BUNDLES ?? '')).json)
    expect(again.resources).toEqual(oracle.distinctById)
    expect(again.patients.every(({ was }) => was === 'same')).toBe(true)
    world = await openTestNode(place)
    const [{ entries } = { entries: 0 }] = await world.node.database.rows<{ entries: number }>({
      text: 'select count(*) as entries from records.entry',
    })
    const clinical = Object.entries(oracle.distinctById).filter(([type]) => !DIRECTORY.has(type))
    expect(entries).toBe(clinical.reduce((sum, [, count]) => sum + count, 0))
  })

  it('have each patient’s counts, and every byte as it came', async () => {
    const opened = required(world)
    const byLine = new Map(report.patients.map((patient) => [patient.line, patient]))
    for await (const { number, bytes } of (await openSource(BUNDLES ?? '')).lines()) {
      const chart = await chartOf(opened, byLine.get(number)?.healthId ?? '')
      const slices = sliceBundle(bytes).entries
      const id = slices[0]?.fullUrl?.replace('urn:uuid:', '') ?? ''
      const { counts } = oracle.perPatient[id] ?? { counts: {} }
      const clinical = Object.entries(counts).filter(([type]) => !DIRECTORY.has(type))
      expect(await countTypes(opened, chart)).toEqual(Object.fromEntries(clinical))
      if (number % EVERY > 0) continue
      const resources = slices.map(({ start, end }) => bytes.subarray(start, end)).filter(isClinical)
      const stored = await Array.fromAsync(leavesOf(opened, chart), (leaf) => leaf.stored)
      expect(stored).toHaveLength(resources.length)
      expect(stored.every((kept, i) => isSame(kept, resources[i] ?? new Uint8Array(0)))).toBe(true)
    }
  })

  it('leave 94 organisations and 94 practitioners beside the charts', async () => {
    const rows = await required(world).node.database.rows({
      text: 'select resource_type as type, count(*)::int4 as items from records.directory group by 1 order by 1',
    })
    expect(rows).toEqual([
      { type: 'Organization', items: 94 },
      { type: 'Practitioner', items: 94 },
    ])
  })

  it('are found to be as they were written by fsck, from genesis on', async () => {
    await world?.[Symbol.asyncDispose]()
    world = undefined
    const { code, json } = await run(place, 'fsck')
    expect(json).toMatchObject({ ok: true, findings: [], checked: { charts: 369 } })
    expect(code).toBe(0)
  }, 180_000)
})

describe('an import', () => {
  let place: Awaited<ReturnType<typeof openPlace>>
  let world: TestNode
  beforeAll(async () => {
    place = await openPlace()
    world = await openTestNode(place)
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
    await place[Symbol.asyncDispose]()
  })

  async function importText(...bundles: readonly string[]) {
    const path = join(place.data, 'bundles.ndjson')
    await writeFile(path, bundles.join('\n'))
    const { node, services } = world
    return services.import(await openSource(path), node.authority, () => {})
  }

  const rowsOf = async (table: string) => {
    const text = `select count(*)::int4 as rows from ${table}`
    return (await world.node.database.rows<{ rows: number }>({ text }))[0]?.rows
  }

  it('refuses a bad resource by its name and place, and keeps nothing of its Bundle', async () => {
    const house = organisationEntry('Sahyadri')
    const stranger = organisationEntry('Only in the bad one')
    const patient = patientEntry('Rao')
    const bad = bundleOf(patient, stranger, weightEntry(patient.fullUrl, 1, { status: 'perhaps' }))
    const tables = [
      'identity.person',
      'keys.chart_key',
      'ledger.strand',
      'exchange.bundle',
      'records.directory',
    ]
    const before = await Promise.all(tables.map(rowsOf))
    const report = await importText(smallChart('Gowda', 3, house), bad, smallChart('Hegde', 2, house))
    expect(report.refused).toEqual([
      {
        line: 2,
        code: 'NOT_WELL_FORMED',
        problems: [expect.objectContaining({ path: 'Bundle.entry[2].resource.ofType(Observation).status' })],
      },
    ])
    expect(report.resources).toEqual({ Patient: 2, Observation: 5, Organization: 1 })
    const after = await Promise.all(tables.map(rowsOf))
    expect(after.map((rows, i) => (rows ?? 0) - (before[i] ?? 0))).toEqual([2, 2, 2, 2, 1])
  })

  it.each([
    ['text that is no JSON', '{"resourceType": "Bundle", "type"', 'MALFORMED_JSON'],
    ['a name used twice', '{"resourceType": "Patient", "gender": "male", "gender": "female"}', 'NAMED_TWICE'],
    ['a Bundle about nobody', bundleOf(weightEntry(newUrl(), 1)), 'NOT_WELL_FORMED'],
    ['one about two', bundleOf(patientEntry('One'), patientEntry('Two')), 'NOT_WELL_FORMED'],
    ['no resource at all', '{"resourceType": "Nothing"}', 'NOT_WELL_FORMED'],
  ])('refuses %s', async (_, text, code) => {
    const entries = await rowsOf('records.entry')
    expect((await importText(text)).refused).toMatchObject([{ line: 1, code }])
    expect(await rowsOf('records.entry')).toBe(entries)
  })

  it('refuses what was measured before the Patient in its Bundle was born, save what a pregnancy leaves', async () => {
    const measured = (family: string, effectiveDateTime: string) => {
      const patient = patientEntry(family)
      return bundleOf(patient, weightEntry(patient.fullUrl, 1, { effectiveDateTime }))
    }
    const report = await importText(measured('Adiga', '1958-07-01'), measured('Udupa', '1969-07-01'))
    expect(report.refused).toMatchObject([
      {
        line: 1,
        code: 'NOT_WELL_FORMED',
        problems: [{ path: 'Bundle.entry[1].resource.ofType(Observation)' }],
      },
    ])
    expect(report.resources).toEqual({ Patient: 1, Observation: 1 })
  })

  it('counts the URNs that nothing in their Bundle answers, names them by line and place, and keeps all', async () => {
    const [whole, torn] = [patientEntry('Nayak'), patientEntry('Kini')]
    const lost = weightEntry(newUrl(), 1)
    const text = [bundleOf(whole, weightEntry(whole.fullUrl, 1)), bundleOf(torn, lost)] as const
    const report = await importText(...text)
    const path = 'Bundle.entry[1].resource.ofType(Observation).subject'
    expect(report).toMatchObject({ refused: [], resources: { Patient: 2, Observation: 2 } })
    expect(report.unanswered).toEqual({ count: 1, first: [{ line: 2, path }] })
    expect((await importText(...text)).unanswered).toEqual(report.unanswered)
    const more = await importText(bundleOf(torn, lost, weightEntry(newUrl(), 2)))
    expect(more).toMatchObject({ patients: [{ was: 'known' }], unanswered: { count: 2 } })
  })

  it('adds to a chart that it made before what is new, and nothing of somebody else', async () => {
    const patient = patientEntry('Kamath')
    const [first, second] = [weightEntry(patient.fullUrl, 1), weightEntry(patient.fullUrl, 2)]
    const { patients } = await importText(bundleOf(patient, first))
    const entries = (await rowsOf('records.entry')) ?? 0
    const again = await importText(bundleOf(patient, first, second))
    expect(again.patients).toMatchObject([{ was: 'known', healthId: patients[0]?.healthId }])
    expect(await rowsOf('records.entry')).toBe(entries + 1)
    const stranger = { ...patientEntry('Somebody Else'), fullUrl: patient.fullUrl }
    expect((await importText(bundleOf(stranger))).refused).toMatchObject([{ code: 'WRONG_PATIENT' }])
    expect(await rowsOf('records.entry')).toBe(entries + 1)
  })

  it('honours conditional references, also to what stands in a line before', async () => {
    const house = organisationEntry('Referred Hospital')
    const patient = patientEntry('Bhat')
    const performer = [{ reference: 'Organization?identifier=https://example.org/houses|Referred Hospital' }]
    const measured = weightEntry(patient.fullUrl, 5, { performer })
    const report = await importText(bundleOf(house), bundleOf(patient, measured))
    expect(report.resources).toEqual({ Organization: 1, Patient: 1, Observation: 1 })
    const browser = await browserOf(world, report.patients[0]?.healthId ?? '')
    const { lines } = await browser.call(myTimelineEndpoint, { query: { kind: ['vital-signs'] } })
    expect(lines).toMatchObject([{ where: 'Referred Hospital' }])
  })

  it('keeps numbers as they were written', async () => {
    const patient = patientEntry('Shetty')
    const text = bundleOf(patient, weightEntry(patient.fullUrl, 3)).replace('"value":63', '"value":63.50')
    const { patients } = await importText(text)
    const browser = await browserOf(world, patients[0]?.healthId ?? '')
    const { lines } = await browser.call(myTimelineEndpoint, { query: { kind: ['vital-signs'] } })
    expect(lines[0]?.figure).toContain('63.50')
    const whole = await browser.call(myEntryEndpoint, { params: { entry: lines[0]?.entry ?? '' } })
    expect(whole.source).toContain('"value":63.50')
  })
})

async function browserOf(world: TestNode, healthId: string) {
  const person = await chartOf(world, healthId)
  await world.node.identity.openAccount(person, `${person}@example.org`, 'mango-season-42')
  const browser = world.browser()
  await signIn(browser, healthId)
  return browser
}

async function chartOf({ node }: TestNode, healthId: string): Promise<string> {
  const [person] = await node.identity.known.meant({ by: 'health-id', value: healthId }, node.authority)
  return required(person)
}

/** How many resources of each type a chart has, out of the sealed previews. */
async function countTypes({ node }: TestNode, chart: string): Promise<Readonly<Record<string, number>>> {
  const text = 'select id, preview from records.entry where chart = $1'
  const rows = await node.database.rows<{ id: string; preview: Bytes }>({ text }, [chart])
  const keys = await node.keyring.keysOf(chart)
  const types = rows.map(({ id, preview }) => openPreview(keys, chart, id, preview).resourceType)
  const counted = [...Map.groupBy(types, (type) => type)].map(([type, same]) => [type, same.length] as const)
  return Object.fromEntries(counted)
}

async function* leavesOf({ node }: TestNode, chart: string) {
  const { database, blobs, gate } = node
  const text = 'select count(*)::int4 as leaves from records.entry where chart = $1'
  const [{ leaves } = { leaves: 0 }] = await database.rows<{ leaves: number }>({ text }, [chart])
  yield* openLeaves({ database, blobs }, await gate.ofPatient(chart), 0, leaves)
}

function isClinical(resource: Bytes): boolean {
  const parsed: { resourceType?: string } = JSON.parse(fromUtf8(resource))
  return !DIRECTORY.has(parsed.resourceType ?? '')
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('what should be there is not')
  return value
}
