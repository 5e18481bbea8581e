import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'

// oxlint-disable-next-line import/no-named-as-default -- its types know no other
import PDFDocument from 'pdfkit'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { fromUtf8, sha256, toHex, toUtf8 } from '#kernel'
import type { Actor } from '#http/model'

import { at, clinic, house, openWorld, type World } from '../../../test/fixtures/records-world.ts'
import { sharedData } from '../../../test/shared-data.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const heic = new URL('../../../test/fixtures/two-colours.heic', import.meta.url)
const photo = sharedData('documents/public/photo-with-exif-gps.jpg')
const uploaded = z.object({ entry: z.uuid(), duplicate: z.boolean() })
const whole = z.object({
  line: z.object({ sensitive: z.array(z.string()), title: z.string().nullable() }),
  source: z.string(),
})

const FIELDS = { kind: 'document', careDay: '2023-05-06', where: 'Taluk Hospital', department: '', title: '' }

function formOf(
  bytes: Uint8Array,
  fileName: string,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...FIELDS, ...fields })) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName)
  return form
}

function upload(bytes: Uint8Array, fileName: string, fields: Readonly<Record<string, string>> = {}) {
  const path = `${at(house, world.people.patient.person)}/documents`
  return world.json(world.people.clerk, path, { method: 'POST', body: formOf(bytes, fileName, fields) })
}

async function take(bytes: Uint8Array, fileName: string, fields: Readonly<Record<string, string>> = {}) {
  const { status, body } = await upload(bytes, fileName, fields)
  expect(status, JSON.stringify(body)).toBe(200)
  return uploaded.parse(body)
}

/** As the patient does, who names no department. */
function addMine(bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}) {
  const body = formOf(bytes, 'mine.txt', fields)
  body.delete('department')
  return world.json(world.people.patient, '/api/me/chart/documents', { method: 'POST', body })
}

async function fetched(actor: Actor, path: string) {
  const answer = await world.served.ask(path, { session: actor.session })
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

const mine = (entry: string, rest = '') =>
  fetched(world.people.patient, `/api/me/chart/entries/${entry}/document${rest}`)
const sensitiveOf = async (entry: string) =>
  whole.parse((await world.json(world.people.patient, `/api/me/chart/entries/${entry}`)).body).line.sensitive

async function pdf(...lines: readonly string[]): Promise<Uint8Array> {
  const document = new PDFDocument()
  for (const line of lines) document.text(line)
  document.end()
  return new Uint8Array(Buffer.concat(await Array.fromAsync(document)))
}

/** A picture that no other is like. */
function picture(red: number): Sharp {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: { r: red, g: 90, b: 30 } } })
}

/** A PNG whose header says that its sides are so long (PNG section 11.2.2). */
function swollen(png: Uint8Array, side: number): Uint8Array {
  const swollen = Buffer.from(png)
  swollen.writeUInt32BE(side, 16)
  swollen.writeUInt32BE(side, 20)
  swollen.writeUInt32BE(crc32(swollen.subarray(12, 29)), 29)
  return new Uint8Array(swollen)
}

describe('a document', () => {
  it('comes back as it was, under a hash that its entry names, and lies sealed where it is kept', async () => {
    const bytes = await pdf('Haemoglobin 11.2 g/dL')
    const { entry } = await take(bytes, 'report.pdf', { kind: 'result', title: 'Blood count' })
    const { answer, bytes: again } = await mine(entry)
    expect(toHex(sha256(again))).toBe(toHex(sha256(bytes)))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    const { body } = await world.json(world.people.patient, `/api/me/chart/entries/${entry}`)
    expect(whole.parse(body).source).toContain(`urn:sha256:${toHex(sha256(bytes))}`)
    expect(body).toMatchObject({
      line: { title: 'Blood count', kind: 'result', careDay: '2023-05-06' },
      document: { name: 'report.pdf' },
    })
    for await (const name of world.blobs.names()) {
      expect(Buffer.from(await world.blobs.get(name)).includes('%PDF')).toBe(false)
    }
  })

  it('is shown in the page only as what it is, with nothing that could run', async () => {
    const { entry } = await take(await pdf('shown'), 'shown.pdf')
    const { answer } = await mine(entry, '?as=picture')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is recognised by its bytes, whatever its name', async () => {
    const bytes = toUtf8('Rx: tab paracetamol 650 mg SOS')
    const first = await take(bytes, 'a.txt')
    expect(await take(bytes, 'b.txt')).toEqual({ entry: first.entry, duplicate: true })
    const both = await Promise.all([take(toUtf8('twice'), 'c.txt'), take(toUtf8('twice'), 'd.txt')])
    expect(both.filter(({ duplicate }) => duplicate)).toHaveLength(1)
    expect(both[0]?.entry).toBe(both[1]?.entry)
  })

  it('added by the patient is marked as theirs', async () => {
    const { status, body } = await addMine(toUtf8('my own notes'))
    expect(status, JSON.stringify(body)).toBe(200)
    const read = await world.json(world.people.patient, `/api/me/chart/entries/${uploaded.parse(body).entry}`)
    expect(read.body).toMatchObject({ line: { byPatient: true } })
  })

  it.each([
    ['a zip named .pdf', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), 'report.pdf'],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), 'photo.jpg'],
    ['nothing', new Uint8Array(0), 'empty.txt'],
    ['a torn JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3), 'torn.jpg'],
    ['a torn PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'torn.png'],
    ['a torn PDF', toUtf8('%PDF-1.7\nnothing more'), 'torn.pdf'],
    ['a torn HEIC', toUtf8('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), 'torn.heic'],
  ])('is refused where it is %s', async (_what, bytes, name) => {
    const answer = await upload(bytes, name)
    expect(answer).toMatchObject({ status: 422, body: { code: 'NOT_A_DOCUMENT' } })
  })

  it('is refused where it is too large, comes from the future, or another comes beside it', async () => {
    const large = await upload(new Uint8Array(world.records.maxDocumentBytes + 1).fill(0x61), 'large.txt')
    expect(large).toMatchObject({ status: 413, body: { code: 'DOCUMENT_TOO_LARGE' } })
    const future = await upload(toUtf8('soon'), 'soon.txt', { careDay: '2999-01-01' })
    expect(future).toMatchObject({ status: 422, body: { fields: [{ path: 'careDay' }] } })
    const form = formOf(toUtf8('one'), 'one.txt')
    form.append('file', new Blob(['two']), 'two.txt')
    const path = `${at(house, world.people.patient.person)}/documents`
    const two = await world.json(world.people.clerk, path, { method: 'POST', body: form })
    expect(two).toMatchObject({ status: 422, body: { code: 'NOT_A_DOCUMENT' } })
  })

  it('is refused where its date of care lies before the pregnancy that its patient was born of', async () => {
    const early = { careDay: '1932-05-06' }
    const refused = { status: 422, body: { code: 'NOT_WELL_FORMED', fields: [{ path: 'careDay' }] } }
    expect(await upload(toUtf8('of her mother'), 'old.txt', early)).toMatchObject(refused)
    expect(await addMine(toUtf8('of her mother'), early)).toMatchObject(refused)
    const scan = { careDay: '1969-06-20' }
    expect((await take(toUtf8('scan of the pregnancy'), 'scan.txt', scan)).duplicate).toBe(false)
    expect(await addMine(toUtf8('another scan'), scan)).toMatchObject({ status: 200 })
  })

  it('made to swell is refused: a picture of 40,000 by 40,000 pixels in few bytes', async () => {
    const bomb = swollen(await picture(10).png().toBuffer(), 40_000)
    expect(bomb.length).toBeLessThan(world.records.maxDocumentBytes)
    expect(await upload(bomb, 'bomb.png')).toMatchObject({ status: 422, body: { code: 'NOT_A_DOCUMENT' } })
  })
})

describe('a picture', () => {
  it('is drawn anew without place, time and owner; the original stays as it came', async () => {
    const withPlace = await picture(11)
      .withExif({
        IFD0: { Copyright: 'Lakshmi Devi' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 37/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    const { entry } = await take(withPlace, 'scan.jpg')
    const shown = await mine(entry, '?as=picture')
    expect(shown.answer.headers.get('content-type')).toBe('image/jpeg')
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined()
    expect(Buffer.from(shown.bytes).includes('Lakshmi')).toBe(false)
    expect(toHex((await mine(entry)).bytes)).toBe(toHex(withPlace))
  })

  it.skipIf(!photo)('of a phone loses the position it was taken at', async () => {
    const bytes = new Uint8Array(readFileSync(photo ?? ''))
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { entry } = await take(bytes, 'photo.jpg')
    const shown = await mine(entry, '?as=picture')
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined()
  })

  it('stands upright, as the camera meant it', async () => {
    const lying = await picture(12).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { entry } = await take(lying, 'lying.jpg')
    expect(await sharp((await mine(entry, '?as=picture')).bytes).metadata()).toMatchObject({
      width: 48,
      height: 64,
    })
  })

  it('as PNG stays PNG, and as HEIC becomes a JPEG that every browser shows', async () => {
    const png = await take(await picture(13).png().toBuffer(), 'p.png')
    expect((await mine(png.entry, '?as=picture')).answer.headers.get('content-type')).toBe('image/png')
    const phone = await take(new Uint8Array(readFileSync(heic)), 'IMG_0001.HEIC')
    const shown = await mine(phone.entry, '?as=picture')
    expect(shown.answer.headers.get('content-type')).toBe('image/jpeg')
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'jpeg' })
    expect((await mine(phone.entry)).answer.headers.get('content-type')).toBe('image/heic')
  })
})

describe('what is sensitive', () => {
  it('is found in the text of a PDF, the name of a file, the department', async () => {
    const byText = await take(await pdf('HIV 1 and 2 antibodies: reactive'), 'serology.pdf')
    const byName = await take(toUtf8('see enclosed'), 'psychiatry discharge.txt')
    const byPlace = await take(toUtf8('follow-up'), 'visit.txt', { department: 'ART centre' })
    const plain = await take(await pdf('Haemoglobin 12 g/dL'), 'cbc.pdf')
    expect(await sensitiveOf(byText.entry)).toContain('hiv')
    expect(await sensitiveOf(byName.entry)).toContain('mental-health')
    expect(await sensitiveOf(byPlace.entry)).toContain('hiv')
    expect(await sensitiveOf(plain.entry)).toEqual([])
  })

  it('is every scan that nobody has read, until a person of the house says otherwise', async () => {
    const scan = await take(await picture(14).jpeg().toBuffer(), 'scan 14.jpg')
    expect(await sensitiveOf(scan.entry)).toEqual(['unread'])
    const later = await world.allow({ later: true, picks: (_, sensitive) => sensitive.length === 0 })
    const timeline = `/api/visits/${later}/timeline?most=200`
    expect(JSON.stringify((await world.json(world.people.doctor, timeline)).body)).not.toContain(scan.entry)
    const say = (organisation: Uint8Array, actor: Actor, entry: string, sensitive: boolean) =>
      world.json(actor, `${at(organisation, world.people.patient.person)}/entries/${entry}/read`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sensitive }),
      })
    expect((await say(clinic, world.people.stranger, scan.entry, false)).status).toBe(404)
    const { status, body } = await say(house, world.people.clerk, scan.entry, false)
    expect(status, JSON.stringify(body)).toBe(200)
    const { entry } = z.object({ entry: z.uuid() }).parse(body)
    expect(await sensitiveOf(entry)).toEqual([])
    expect(JSON.stringify((await world.json(world.people.doctor, timeline)).body)).toContain(entry)
    expect((await mine(entry, '?as=picture')).answer.status).toBe(200)
    expect((await say(house, world.people.clerk, scan.entry, false)).status).toBe(409)
    const again = await take(await picture(14).jpeg().toBuffer(), 'again.jpg')
    expect(again).toEqual({ entry, duplicate: true })
    const restricted = await take(await picture(15).jpeg().toBuffer(), 'scan 15.jpg')
    const said = await say(house, world.people.clerk, restricted.entry, true)
    expect(await sensitiveOf(z.object({ entry: z.uuid() }).parse(said.body).entry)).toEqual(['restricted'])
  })
})

describe('reading a document', () => {
  it('finds it by what is written in it', async () => {
    const { entry } = await take(await pdf('Peripheral smear: many schistocytes'), 'smear.pdf')
    const found = await world.json(world.people.patient, '/api/me/chart/search?q=schistocytes')
    expect(found.body).toMatchObject({ lines: [{ entry, excerpt: expect.stringContaining('smear') }] })
  })

  it('is a look before its first byte, for a doctor and for the house that wrote it', async () => {
    const { entry } = await take(toUtf8('for the look'), 'look.txt')
    const consent = await world.allow({ picks: (one) => one === entry })
    const read = await fetched(world.people.doctor, `/api/visits/${consent}/entries/${entry}/document`)
    expect(fromUtf8(read.bytes)).toBe('for the look')
    await fetched(world.people.clerk, `${at(house, world.people.patient.person)}/entries/${entry}/document`)
    const { body } = await world.json(world.people.patient, '/api/me/looks?most=2')
    expect(body).toMatchObject({
      looks: [
        { way: 'document', name: 'Savita Rao', entries: [{ entry }] },
        { way: 'document', name: 'Asha Hegde', entries: [{ entry }] },
      ],
    })
  })

  it('of an entry without one says so', async () => {
    const reading = { reading: 'weight', value: 70, second: null, takenAt: world.records.clock.now() }
    const { body } = await world.json(world.people.patient, '/api/me/chart/readings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(reading),
    })
    const { entry } = z.object({ entry: z.uuid() }).parse(body)
    expect((await mine(entry)).answer.status).toBe(404)
  })
})
