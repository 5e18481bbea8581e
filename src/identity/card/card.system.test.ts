import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import jsQr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { newHealthId } from '../model/index.ts'
import { runsOf, widthOf } from './fonts.ts'
import { CARD, layOutCard, type CardHolder } from './layout.ts'
import { cardPdf } from './pdf.ts'
import { cardPicture } from './picture.ts'

const healthId = newHealthId(1000, 123_456_789)
const suma: CardHolder = { healthId, name: 'ಸುಮಾ ಹೆಗಡೆ', birthDate: '1961-04-12', sex: 'female' }
const folder = mkdtempSync(join(tmpdir(), 'twinchart-card-'))

describe('a card as a picture', () => {
  it('is ID-1 at 300 dots an inch', async () => {
    const { width, height } = await sharp(await cardPicture(suma, 'kn')).metadata()
    expect(width).toBe(1011)
    expect(width / height).toBeCloseTo(CARD.width / CARD.height, 2)
  })

  it('carries the health ID in its QR and nothing else', async () => {
    expect(await readQr(await cardPicture(suma, 'kn'))).toBe(healthId)
  })

  it('draws another name differently, in each script', async () => {
    const pictures = ['ಸುಮಾ', 'सुमा', 'Suma', 'Sumā'].map((name) => cardPicture({ ...suma, name }, 'en'))
    const hexes = (await Promise.all(pictures)).map((bytes) => Buffer.from(bytes).toString('hex'))
    expect(new Set(hexes).size).toBe(4)
  })
})

describe('a card as PDF', () => {
  it('embeds every font it uses and is read in the order it is written', async () => {
    const path = join(folder, 'card.pdf')
    writeFileSync(path, await cardPdf({ ...suma, name: 'ಸುಮಾ Ravi हेगड़े' }, 'kn', 'a4'))
    const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/NotoSans.* yes yes yes/)
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
    expect(text).toContain('ಸುಮಾ Ravi हेगड़े')
    expect(text).toContain('1000 1234 5678 9')
  })

  it('prints in its true size, with a QR that scans', async () => {
    const path = join(folder, 'single.pdf')
    writeFileSync(path, await cardPdf(suma, 'hi', 'card'))
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    expect(info).toMatch(/Page size:\s+242\.6\d* x 153\.0\d* pts/)
    const png = execFileSync('pdftoppm', ['-r', '300', '-png', path], { maxBuffer: 2 ** 26 })
    expect(await readQr(png)).toBe(healthId)
  })

  it('names nobody in what a file manager shows', async () => {
    const path = join(folder, 'named.pdf')
    writeFileSync(path, await cardPdf({ ...suma, name: 'Suma Hegde' }, 'en', 'card'))
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    expect(info).toMatch(/Title:\s+Health card/)
    expect(info).not.toContain('Suma')
  })
})

describe('the layout', () => {
  it.each([
    'Li',
    'Venkata Subramanya Narasimharajapura Lakshminarayana Rao Shanbhag',
    'W'.repeat(120),
    'ಕ್ಷೇತ್ರಪಾಲ '.repeat(9),
  ])('keeps the name %j clear of the QR and whole', (name) => {
    const { lines, boxes } = layOutCard({ ...suma, name }, 'kn')
    const qrLeft = Math.min(...boxes.filter(({ x }) => x > 0).map(({ x }) => x))
    const names = lines.filter(({ weight, y }) => weight === 700 && y > 10 && y < 24)
    expect(names.map(({ text }) => text).join(' ')).toBe(name)
    for (const { text, x, size } of names) expect(x + widthOf(text, 700, size)).toBeLessThan(qrLeft - 4)
  })

  it('writes a birth date as far as it is known', () => {
    const texts = ['1961-04-12', '1961-04', '1961'].map((birthDate) =>
      layOutCard({ ...suma, birthDate, sex: 'unknown' }, 'en').lines.map(({ text }) => text),
    )
    expect(texts.map((lines) => lines.find((text) => text.startsWith('Born')))).toEqual([
      'Born 12-04-1961',
      'Born 04-1961',
      'Born 1961',
    ])
  })

  it('cuts a text where its script changes, and nowhere inside a syllable', () => {
    expect(runsOf('ಕ್ಷೇ Ravi', 400).map(({ text }) => text)).toEqual(['ಕ್ಷೇ ', 'Ravi'])
  })
})

async function readQr(picture: Uint8Array): Promise<string | undefined> {
  const image = sharp(picture).flatten({ background: 'white' }).ensureAlpha().raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data
}
