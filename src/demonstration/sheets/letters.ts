/** Letters of Noto Sans as little grey pictures, drawn once: a page of them is then only copied together. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { create } from 'fontkit'
import sharp from 'sharp'

import type { Bytes } from '#kernel'

export const FONT_FILE = createRequire(import.meta.url).resolve(
  '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
)

/** Pixels. */
const SIZE = 15
export const CELL = 24
const BASELINE = 18

/** Printable ASCII and the upper half of Latin-1. */
const LETTERS = Array.from({ length: 0x100 }, (_, code) => code).filter(
  (code) => (code > 0x20 && code < 0x7f) || code > 0xa0,
)

export interface Alphabet {
  /** Darkness, a byte a pixel, cell beneath cell. */
  readonly cells: Bytes
  /** Where a letter's cell begins, by character. */
  readonly offsets: ReadonlyMap<string, number>
  /** How far each moves the pen, in pixels. */
  readonly advances: ReadonlyMap<string, number>
}

let drawn: Promise<Alphabet> | undefined

export function alphabet(): Promise<Alphabet> {
  drawn ??= drawAlphabet()
  return drawn
}

async function drawAlphabet(): Promise<Alphabet> {
  const font = create(readFileSync(FONT_FILE))
  if (!('glyphForCodePoint' in font)) throw new Error('a collection where one font was expected')
  const scale = SIZE / font.unitsPerEm
  const glyphs = [0x20, ...LETTERS].map((code) => ({
    letter: String.fromCodePoint(code),
    glyph: font.glyphForCodePoint(code),
  }))
  const paths = glyphs.map(
    ({ glyph }, place) =>
      `<path transform="translate(2 ${place * CELL + BASELINE}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL}" height="${glyphs.length * CELL}"><rect width="100%" height="100%" fill="#000"/><g fill="#fff">${paths.join('')}</g></svg>`
  return {
    cells: await sharp(Buffer.from(svg)).grayscale().raw().toBuffer(),
    offsets: new Map(glyphs.map(({ letter }, place) => [letter, place * CELL * CELL])),
    advances: new Map(glyphs.map(({ letter, glyph }) => [letter, glyph.advanceWidth * scale])),
  }
}
