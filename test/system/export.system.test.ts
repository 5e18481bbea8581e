import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openSource } from '#exchange'
import { verifyExport, type FoundFrame, type Frame } from '#exchange/model'
import { meEndpoint } from '#identity/model'
import { CodecError, concat, fromHex, toHex, toUtf8, type Bytes } from '#kernel'
import { decodeLightBlock } from '#ledger/model'
import { addDocument } from '#records'
import { exportEndpoint, visitEntryEndpoint, visitTimelineEndpoint } from '#records/model'

import {
  flipped,
  framesOf,
  pastedFile,
  sealedFile,
  signedFile,
  startsOf,
} from '../fixtures/altered-exports.ts'
import { smallChart } from '../fixtures/bundles.ts'
import { run } from '../fixtures/command.ts'
import { openDemonstration, type Demonstration } from '../fixtures/demonstration.ts'
import { openPlace, type Place, type TestNode } from '../fixtures/node.ts'
import { newResident } from '../fixtures/town.ts'
import { openVisit, revoke } from '../fixtures/visits.ts'
import { sharedData } from '../shared-data.ts'

const BUNDLES = sharedData('synthea/dev.bundles.ndjson.gz')
/** Small ones, since each is altered and verified thousands of times. */
const LINES = [49, 105, 200]
const PLACES = 1000
const IMPORTED = ['imported first', 'imported second', 'imported third']

const MEBIBYTE = 1024 * 1024
const DOCUMENTS = 40
const DOCUMENT_BYTES = 4 * MEBIBYTE
/** Of a whole node that writes an export, in MiB. */
const MOST_MEMORY = 500

interface Exported {
  readonly file: Bytes
  readonly frames: readonly FoundFrame[]
}

let place: Place & AsyncDisposable
const charts = new Map<string, Exported>()
/** The demonstration's chart before its first consent was taken back and another given. */
let older: Exported
/** Health ID of a chart with documents that together are far larger than any of them. */
let heavy: string

beforeAll(async () => {
  place = await openPlace()
  const demonstration = await openDemonstration(place)
  const patient = await fill(demonstration)
  await demonstration[Symbol.asyncDispose]()
  const path = join(place.data, 'demonstration')
  expect(await run(place, 'export', patient, path)).toMatchObject({ code: 0 })
  charts.set('of the demonstration', toExported(await readFile(path)))
}, 240_000)
afterAll(() => place[Symbol.asyncDispose]())

describe('an export', () => {
  it('is verified by the command line without any data: nothing altered, nothing left out, its consents', async () => {
    const nowhere = { data: '/nonexistent', databaseUrl: 'postgres://nobody@localhost:1/nothing' }
    const path = join(place.data, 'demonstration')
    const { code, json } = await run(nowhere, 'verify', path)
    expect(code).toBe(0)
    expect(json).toMatchObject({
      ok: true,
      unaltered: true,
      complete: true,
      consentsHold: true,
      findings: [],
    })
    expect(json).toMatchObject({
      consents: [{ revoked: true }, { revoked: false }],
      worth: { members: 1, signers: 1 },
    })
    const { strands, documents, looks } = verifyExport(chartOf('of the demonstration').file)
    expect(new Set(strands.map(({ kind }) => kind))).toEqual(new Set(['entries', 'looks', 'consents']))
    expect([documents > 0, looks.length > 2]).toEqual([true, true])
  })

  it('is refused by the command line where one byte differs', async () => {
    const { file } = chartOf('of the demonstration')
    const path = join(place.data, 'altered')
    await writeFile(path, flipped(file, Math.floor(file.length / 2)))
    const { code, json } = await run(place, 'verify', path)
    expect(code).toBe(1)
    expect(json).toMatchObject({
      ok: false,
      unaltered: false,
      findings: expect.arrayContaining([expect.objectContaining({ code: 'ALTERED' })]),
    })
  })

  it('that is torn vouches for nothing: what it lacks may be a consent', () => {
    const { file } = chartOf('of the demonstration')
    const found = verifyExport(file.subarray(0, Math.floor(file.length / 2)))
    expect(found).toMatchObject({ ok: false, unaltered: false, complete: false, consentsHold: false })
  })

  it('says that one operator signed it, and is refused to whoever trusts another', async () => {
    const { file } = chartOf('of the demonstration')
    const { worth } = verifyExport(file)
    const keys = framesOf(file).flatMap(({ kind, payload }) => (kind === 'head' ? keysIn(payload) : []))
    expect(keys).toEqual(worth?.keys)
    expect(verifyExport(file, { keys })).toMatchObject({ ok: true })
    const found = verifyExport(file, { keys: ['00'.repeat(32)] })
    expect(found).toMatchObject({ ok: false, findings: [{ code: 'UNTRUSTED_SIGNER' }] })
  })
})

describe('three imported charts and one of the demonstration', () => {
  const NAMES = ['of the demonstration', ...IMPORTED]

  it.each(NAMES)('%s is verified', (name) => {
    expect(verifyExport(chartOf(name).file)).toMatchObject({ ok: true, findings: [] })
  })

  it.each(NAMES)(
    `%s is refused with a byte altered at any of ${PLACES} places, and the frame is named`,
    (name) => {
      const { file, frames } = chartOf(name)
      const starts = startsOf(frames)
      for (let i = 0; i < PLACES; i++) {
        const at = Math.floor(((i + 0.5) * file.length) / PLACES)
        const { ok, findings } = verifyExport(flipped(file, at))
        const frame = Math.max(
          0,
          starts.findLastIndex((start) => start <= at),
        )
        const isNamed = findings.some((finding) => finding.frame === frame)
        expect({ at, ok, isNamed }).toEqual({ at, ok: false, isNamed: true })
      }
    },
    180_000,
  )

  it.each(NAMES)(
    '%s is refused so too where all seals were made anew, and signed over by a forger',
    (name) => {
      const { frames } = chartOf(name)
      const lengths = frames.map(({ payload }) => payload.length)
      const total = lengths.reduce((sum, length) => sum + length, 0)
      for (let i = 0; i < PLACES; i++) {
        const [number, at] = placeIn(lengths, Math.floor(((i + 0.5) * total) / PLACES))
        const altered = frames.map((frame) =>
          frame.number === number ? { ...frame, payload: flipped(frame.payload, at) } : frame,
        )
        const forge = i % 2 === 0 ? sealedFile : signedFile
        const { ok, findings } = verifyExport(
          attempt(() => forge(altered)) ?? sealedFile(frames.slice(0, -1)),
        )
        expect({ number, at, ok }).toEqual({ number, at, ok: false })
        // What is only told, and the signature itself, nothing but the signature speaks for.
        if (['about', 'end'].includes(frames[number]?.kind ?? '')) continue
        expect(findings.some(({ code }) => code !== 'NOT_SIGNED')).toBe(true)
      }
    },
    180_000,
  )

  it.each(NAMES)('%s is refused with an entry dropped, two swapped, or one there twice', (name) => {
    const { file, frames } = chartOf(name)
    const [first, second] = frames.filter(({ kind }) => kind === 'leaf')
    if (!first || !second) throw new Error('a chart without entries')
    const [drop, swap, repeat] = [
      (all: readonly FoundFrame[]) => all.filter(({ number }) => number !== first.number),
      (all: readonly FoundFrame[]) =>
        all.map((frame) =>
          frame.number === first.number ? second : frame.number === second.number ? first : frame,
        ),
      (all: readonly FoundFrame[]) =>
        all.flatMap((frame) => (frame.number === first.number ? [frame, frame] : [frame])),
    ]
    for (const forge of [sealedFile, signedFile]) {
      expect(codesOf(forge(drop(frames)))).toContain('LEFT_OUT')
      expect(codesOf(forge(swap(frames)))).toContain('STRAND_DIFFERS')
      expect(codesOf(forge(repeat(frames)))).toContain('STRAND_DIFFERS')
    }
    expect(codesOf(pastedFile(file, drop))).toEqual(expect.arrayContaining(['LEFT_OUT', 'ALTERED']))
    expect(codesOf(pastedFile(file, swap))).toEqual(expect.arrayContaining(['STRAND_DIFFERS', 'ALTERED']))
    expect(codesOf(pastedFile(file, repeat))).toEqual(expect.arrayContaining(['STRAND_DIFFERS', 'ALTERED']))
  })

  it('is refused without its last strand, its consents, its documents, its proof of completeness or its end', () => {
    const { frames } = chartOf('of the demonstration')
    const without = (kind: Frame['kind']) =>
      codesOf(sealedFile(frames.filter((frame) => frame.kind !== kind)))
    expect(without('consent')).toContain('CONSENT_NOT_PROVED')
    expect(without('document')).toContain('DOCUMENT_MISSING')
    expect(without('absence')).toContain('NOT_ALL_STRANDS')
    expect(without('head')).toContain('HEAD_NOT_SIGNED')
    expect(without('end')).toContain('NOT_CLOSED')
    const last = frames.findLastIndex(({ kind }) => kind === 'strand')
    const shorter = frames.filter(({ kind, number }) => number < last || !['strand', 'leaf'].includes(kind))
    expect(codesOf(sealedFile(shorter))).toContain('NOT_ALL_STRANDS')
  })

  it('is refused with an older version of itself put back, whole strand or single frame', () => {
    const newer = chartOf('of the demonstration')
    const head = (frames: readonly FoundFrame[]) => frames.filter(({ kind }) => kind === 'head')
    const rest = (frames: readonly FoundFrame[]) => frames.filter(({ kind }) => kind !== 'head')
    const [about, ...others] = rest(older.frames)
    const oldUnderNew = [...(about ? [about] : []), ...head(newer.frames), ...others]
    expect(codesOf(signedFile(oldUnderNew))).toContain('STRAND_NOT_PROVED')
    const strands = ({ frames }: Exported) => frames.filter(({ kind }) => kind === 'strand')
    for (const [i, strand] of strands(newer).entries()) {
      const before = strands(older)[i]
      if (!before || toHex(before.payload) === toHex(strand.payload)) continue
      const mixed = newer.frames.map((frame) =>
        frame.number === strand.number ? { ...frame, payload: before.payload } : frame,
      )
      expect(codesOf(signedFile(mixed))).toContain('STRAND_NOT_PROVED')
    }
  })

  it('is refused with a consent as it stood before it was taken back', () => {
    const newer = chartOf('of the demonstration')
    const given = older.frames.find(({ kind }) => kind === 'consent')
    const revoked = newer.frames.find(({ kind }) => kind === 'consent')
    if (!given || !revoked) throw new Error('the chart has consents')
    const mixed = newer.frames.map((frame) =>
      frame === revoked ? { ...frame, payload: given.payload } : frame,
    )
    expect(codesOf(signedFile(mixed))).toContain('CONSENT_NOT_PROVED')
  })
})

describe('writing and verifying an export', () => {
  it(`hold one of ${DOCUMENTS} documents of ${DOCUMENT_BYTES / MEBIBYTE} MiB at a time`, async () => {
    const [light, large] = [join(place.data, 'demonstration'), join(place.data, 'heavy')]
    const little = await run(place, 'verify', light)
    const wrote = await run(place, 'export', heavy, large)
    const read = await run(place, 'verify', large)
    expect(read).toMatchObject({ code: 0, json: { ok: true, documents: DOCUMENTS } })
    const most = (DOCUMENTS * DOCUMENT_BYTES) / MEBIBYTE
    expect((await stat(large)).size).toBeGreaterThan(DOCUMENTS * DOCUMENT_BYTES)
    expect(read.mostMemory - little.mostMemory).toBeLessThan(most)
    expect(wrote.mostMemory).toBeLessThan(MOST_MEMORY)
  }, 180_000)
})

/** A family member of the demonstration whom a doctor reads twice; three imported charts; one with much in it. */
async function fill({ world, as }: Demonstration): Promise<string> {
  const [doctor, patient] = [await as('doctor'), await as('family member')]
  const { memberships } = await doctor.browser.call(meEndpoint)
  const practice = memberships.find(({ roles }) => roles.includes('practitioner'))?.organisation ?? ''
  const visit = async () => {
    const consent = await openVisit(doctor, fromHex(practice), patient)
    const { lines } = await doctor.browser.call(visitTimelineEndpoint, { params: { consent } })
    await doctor.browser.call(visitEntryEndpoint, { params: { consent, entry: lines[0]?.entry ?? '' } })
    return consent
  }
  const first = await visit()
  older = toExported((await patient.browser.bytes(exportEndpoint)).bytes)
  await revoke(patient, first)
  await visit()
  await importCharts(world)
  heavy = await addDocuments(world)
  return patient.healthId
}

async function importCharts({ node, services }: TestNode): Promise<void> {
  const path = join(place.data, 'bundles.ndjson')
  await writeFile(path, (await bundles()).join('\n'))
  const { patients } = await services.import(await openSource(path), node.authority, () => {})
  for (const [i, { healthId }] of patients.entries()) {
    const [person = ''] = await node.identity.known.meant(
      { by: 'health-id', value: healthId },
      node.authority,
    )
    const pieces = await Array.fromAsync(services.exportChart(await node.gate.ofPatient(person)))
    charts.set(IMPORTED[i] ?? '', toExported(concat(...pieces)))
  }
}

async function addDocuments(world: TestNode): Promise<string> {
  const { person, healthId } = await newResident(world, 'Many Documents')
  const { node, services } = world
  const actor = { person, session: '', memberships: [], practitioner: null, officer: false } as const
  const permission = await node.gate.patientWrites({ ...actor, language: 'en' })
  for (let i = 0; i < DOCUMENTS; i++) {
    const fields = { kind: 'document', careDay: '2024-05-01', where: '', title: `letter ${i}` }
    const text = `${i} `.padEnd(DOCUMENT_BYTES, 'rest and plenty of water ')
    await addDocument(services.records, permission, { fields, files: filesOf(`${i}.txt`, toUtf8(text)) })
  }
  return healthId
}

async function* filesOf(fileName: string, bytes: Bytes) {
  yield { field: 'file', fileName, mediaType: 'text/plain', bytes: piecesOf(bytes) }
}

async function* piecesOf(bytes: Bytes) {
  yield bytes
}

/** Three lines of the real file; where there is none, three of our own. */
async function bundles(): Promise<readonly string[]> {
  if (BUNDLES === undefined) return ['Rao', 'Gowda', 'Hegde'].map((family) => smallChart(family, 5))
  const found: string[] = []
  for await (const { number, bytes } of (await openSource(BUNDLES)).lines()) {
    if (LINES.includes(number)) found.push(Buffer.from(bytes).toString())
    if (found.length === LINES.length) break
  }
  return found
}

function toExported(file: Bytes): Exported {
  return { file, frames: framesOf(file) }
}

function chartOf(name: string): Exported {
  const found = charts.get(name)
  if (!found) throw new Error(`no chart ${name} was exported`)
  return found
}

function codesOf(file: Bytes): readonly string[] {
  const { ok, findings } = verifyExport(file)
  expect(ok).toBe(false)
  return findings.map(({ code }) => code)
}

function keysIn(head: Bytes): readonly string[] {
  return decodeLightBlock(head).validators.validators.map(({ publicKey }) => toHex(publicKey))
}

/** The frame, or the byte in it, at a place in all of them together. */
function placeIn(lengths: readonly number[], place: number): readonly [number: number, at: number] {
  let rest = place
  for (const [number, length] of lengths.entries()) {
    if (rest < length) return [number, rest]
    rest -= length
  }
  throw new RangeError('there is no such place')
}

/** What a forger cannot even write is undefined: an end that has no form any more. */
function attempt<T>(forge: () => T): T | undefined {
  try {
    return forge()
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
