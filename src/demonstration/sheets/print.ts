/** A sheet as a laboratory's own program prints it: PDF, the words in it as text. */
import Pdf from 'pdfkit'

import type { Bytes, Instant } from '#kernel'

import { FONT_FILE } from './letters.ts'

/** Points. */
const MARGIN = 30
const SIZE = 9

export async function printSheet(lines: readonly string[], printedAt: Instant): Promise<Bytes> {
  const pdf = new Pdf({
    size: 'A5',
    margin: MARGIN,
    font: FONT_FILE,
    info: { CreationDate: new Date(printedAt) },
  })
  const written = Array.fromAsync<Uint8Array>(pdf)
  for (const [row, line] of lines.entries())
    pdf.fontSize(row === 0 ? SIZE + 3 : SIZE).text(line === '' ? ' ' : line)
  pdf.end()
  return Buffer.concat(await written)
}
