/** A sheet as a phone or a scanner sees it: grey, a little turned, with the grain of cheap paper. */
import sharp from 'sharp'

import type { Bytes } from '#kernel'

import { newDice } from '../model/dice.ts'
import { alphabet, CELL, type Alphabet } from './letters.ts'

/** A5 at 106 dots an inch. */
const WIDTH = 620
const HEIGHT = 877
const MARGIN = 30
const PAPER = 242
/** Pixels down for each to the right. */
const MOST_SLANT = 0.022

export async function scanSheet(lines: readonly string[], seed: string): Promise<Bytes> {
  const slant = newDice(`scan ${seed}`).between(-MOST_SLANT, MOST_SLANT)
  const height = Math.max(HEIGHT, 2 * MARGIN + (lines.length + 1) * CELL)
  const page = blankPage(height)
  const letters = await alphabet()
  for (const [row, line] of lines.entries()) printLine(page, line, MARGIN + row * CELL, slant, letters)
  const raw = { width: WIDTH, height, channels: 1 } as const
  return sharp(page, { raw }).grayscale().jpeg({ quality: 45 }).toBuffer()
}

const GRAIN_PIXELS = 1 << 16
let grain: Bytes | undefined

/** Every page is a little otherwise grey at every point, and all pages in the same way: the grain is drawn once. */
function blankPage(height: number): Bytes {
  const dice = newDice('grain')
  const drawn = (grain ??= Uint8Array.from({ length: GRAIN_PIXELS }, () => PAPER + dice.whole(-7, 7)))
  const page = new Uint8Array(WIDTH * height)
  for (let at = 0; at < page.length; at += GRAIN_PIXELS)
    page.set(drawn.subarray(0, Math.min(GRAIN_PIXELS, page.length - at)), at)
  return page
}

/** Letter by letter where a turned sheet would have it: far cheaper than turning the picture. */
function printLine(page: Bytes, line: string, top: number, slant: number, letters: Alphabet): void {
  let pen = MARGIN
  for (const letter of line) {
    const left = Math.round(pen - slant * top)
    const cell = letters.offsets.get(letter) ?? 0
    if (left >= 0 && left + CELL < WIDTH)
      stamp(page, letters.cells, cell, left, Math.round(top + slant * pen))
    pen += letters.advances.get(letter) ?? 0
  }
}

function stamp(page: Bytes, cells: Bytes, cell: number, left: number, top: number): void {
  for (let row = 0; row < CELL; row += 1)
    for (let column = 0; column < CELL; column += 1) {
      const dark = cells[cell + row * CELL + column] ?? 0
      const at = (top + row) * WIDTH + left + column
      if (dark > 0) page[at] = Math.max(28, (page[at] ?? PAPER) - dark)
    }
}
