import sharp from 'sharp'
import { expect, it } from 'vitest'

import { fromUtf8, toInstant } from '#kernel'

import { extractText, getDocumentProxy } from 'unpdf'

import { renderDocument } from './documents.ts'
import { generatePopulation, type DemoDocument } from './model/index.ts'

const UNTIL = toInstant(Date.parse('2026-03-02T05:00:00Z'))
const sheets = generatePopulation({ seed: 'sheets', people: 60, until: UNTIL }).entries.flatMap((entry) =>
  entry.kind === 'document' ? [entry] : [],
)
const first = (contentType: DemoDocument['contentType']) => {
  const found = sheets.find(({ document }) => document.contentType === contentType)
  if (!found) throw new Error(`no ${contentType} among the sheets`)
  return found
}

it('makes the same file of the same sheet', async () => {
  for (const type of ['image/jpeg', 'application/pdf', 'text/plain'] as const) {
    const { document, careAt } = first(type)
    expect(await renderDocument(document, careAt)).toEqual(await renderDocument(document, careAt))
  }
})

it('photographs a slip: a grey JPEG, a little turned, small, with ink on it', async () => {
  const { document, careAt } = first('image/jpeg')
  const bytes = await renderDocument(document, careAt)
  const { format, width, height } = await sharp(bytes).metadata()
  expect({ format, isA5: width === 620 && (height ?? 0) >= 877 }).toEqual({ format: 'jpeg', isA5: true })
  const { channels } = await sharp(bytes).stats()
  expect(channels[0]?.min).toBeLessThan(60)
  expect(channels[0]?.mean).toBeGreaterThan(200)
})

it('prints a PDF whose words can be read', async () => {
  const { document, careAt } = first('application/pdf')
  const { text } = await extractText(
    await getDocumentProxy(new Uint8Array(await renderDocument(document, careAt))),
    { mergePages: true },
  )
  for (const line of document.lines.filter((each) => each !== ''))
    expect(text.replaceAll(/\s+/g, ' ')).toContain(line.replaceAll(/\s+/g, ' ').trim())
})

it('writes plain text as it is', async () => {
  const { document, careAt } = first('text/plain')
  expect(
    fromUtf8(await renderDocument(document, careAt))
      .split('\r\n')
      .slice(0, -1),
  ).toEqual(document.lines)
})

it('keeps every file below 60 KB', async () => {
  const sizes: number[] = []
  for (const { document, careAt } of sheets.slice(0, 60))
    sizes.push((await renderDocument(document, careAt)).length)
  expect(sizes.length).toBe(60)
  expect(Math.max(...sizes)).toBeLessThan(60 * 1024)
})
