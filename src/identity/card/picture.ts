import sharp from 'sharp'

import type { Language } from '#http/model'
import type { Bytes } from '#kernel'

import { runsOf } from './fonts.ts'
import { CARD, layOutCard, type Box, type CardHolder, type Line } from './layout.ts'

/** ID-1 at 300 dots an inch. */
const PIXELS_WIDE = 1011

/** A card as PNG: glyphs as outlines, so that no machine's fonts matter. */
export async function cardPicture(holder: CardHolder, language: Language): Promise<Bytes> {
  const { boxes, lines } = layOutCard(holder, language)
  const { width, height, radius } = CARD
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${PIXELS_WIDE}">
    <clipPath id="card"><rect width="${width}" height="${height}" rx="${radius}"/></clipPath>
    <g clip-path="url(#card)"><rect width="${width}" height="${height}" fill="#ffffff"/>
    ${boxes.map(drawBox).join('')}${lines.map(drawLine).join('')}</g></svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
}

function drawBox({ x, y, width, height, colour }: Box): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" shape-rendering="crispEdges"/>`
}

function drawLine({ text, x, y, size, weight, colour }: Line): string {
  const paths: string[] = []
  let at = x
  for (const { text: piece, face } of runsOf(text, weight)) {
    const scale = size / face.font.unitsPerEm
    const { glyphs, positions } = face.font.layout(piece)
    for (const [place, glyph] of glyphs.entries()) {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[place] ?? {}
      const [left, top] = [at + xOffset * scale, y - yOffset * scale]
      paths.push(
        `<path transform="translate(${left} ${top}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`,
      )
      at += xAdvance * scale
    }
  }
  return `<g fill="${colour}">${paths.join('')}</g>`
}
