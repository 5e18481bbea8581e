import Pdf from 'pdfkit'

import type { Language } from '#http/model'
import type { Bytes } from '#kernel'

import { runsOf } from './fonts.ts'
import { CARD, labelsFor, layOutCard, type CardHolder, type CardLayout, type Line } from './layout.ts'

/** A point is 1/72 inch, an inch 25.4 mm. */
const POINTS = 72 / 25.4

/** ISO 216. */
const A4 = { width: 210, height: 297 } as const
const SHEET_MARGIN = 20
const GAP = 8

/** A card as PDF: by itself, or twice on A4 to cut out, in its true size. */
export async function cardPdf(holder: CardHolder, language: Language, paper: 'card' | 'a4'): Promise<Bytes> {
  const page = paper === 'card' ? CARD : A4
  const layout = layOutCard(holder, language)
  const [first] = layout.lines
  const document = new Pdf({
    size: [page.width * POINTS, page.height * POINTS],
    margin: 0,
    lang: language,
    pdfVersion: '1.7',
    info: { Title: labelsFor(language).title },
    // Without a font of ours pdfkit begins with Helvetica, which it does not embed.
    ...(first ? { font: runsOf(first.text, first.weight)[0]?.face.path } : {}),
  })
  const written = Array.fromAsync<Uint8Array>(document)
  if (paper === 'card') paint(document, layout, { x: 0, y: 0 })
  else paintSheet(document, layout, labelsFor(language).cut)
  document.end()
  return Buffer.concat(await written)
}

type Document = InstanceType<typeof Pdf>

/** Where a card's corner lies on the page, in millimetres. */
interface Corner {
  readonly x: number
  readonly y: number
}

function paintSheet(document: Document, layout: CardLayout, cut: string): void {
  for (const place of [0, 1]) {
    const corner = { x: SHEET_MARGIN, y: SHEET_MARGIN + place * (CARD.height + GAP) }
    paint(document, layout, corner)
    outline(document, corner).lineWidth(0.5).dash(3, { space: 3 }).stroke('#888888').undash()
  }
  const y = SHEET_MARGIN + 2 * (CARD.height + GAP) + 2
  paintLine(
    document,
    { text: cut, x: SHEET_MARGIN, y, size: 3.2, weight: 400, colour: '#4b5d63' },
    { x: 0, y: 0 },
  )
}

function paint(document: Document, { boxes, lines }: CardLayout, corner: Corner): void {
  document.save()
  outline(document, corner).clip()
  for (const { x, y, width, height, colour } of boxes) {
    const [left, top] = [(corner.x + x) * POINTS, (corner.y + y) * POINTS]
    document.rect(left, top, width * POINTS, height * POINTS).fill(colour)
  }
  document.restore()
  for (const line of lines) paintLine(document, line, corner)
}

function outline(document: Document, { x, y }: Corner): Document {
  const [width, height, radius] = [CARD.width * POINTS, CARD.height * POINTS, CARD.radius * POINTS]
  return document.roundedRect(x * POINTS, y * POINTS, width, height, radius)
}

/**
 * Each line says in ActualText what it is: Indic glyphs are drawn in another order than they are read. Points all
 * through, and no scaled page: poppler loses ActualText there.
 */
function paintLine(document: Document, { text, x, y, size, weight, colour }: Line, corner: Corner): void {
  let at = (corner.x + x) * POINTS
  document.markContent('Span', { actual: text })
  for (const { text: piece, face } of runsOf(text, weight)) {
    document
      .registerFont(face.name, face.path)
      .font(face.name, size * POINTS)
      .fillColor(colour)
    document.text(piece, at, (corner.y + y) * POINTS, { lineBreak: false, baseline: 'alphabetic' })
    at += (face.font.layout(piece).advanceWidth / face.font.unitsPerEm) * size * POINTS
  }
  document.endMarkedContent()
}
