/**
 * Sheets as files: the photograph of a slip, the PDF of a laboratory, the plain text of an old system. The same sheet
 * gives the same file; letters are drawn from the package's own font, so that no machine's fonts matter.
 */
import { toUtf8, type Bytes, type Instant } from '#kernel'

import type { DemoDocument } from './model/index.ts'
import { printSheet } from './sheets/print.ts'
import { scanSheet } from './sheets/scan.ts'

/** The bytes of a document of the population, as they came into being when the care was given. */
export async function renderDocument(
  { contentType, fileName, lines }: DemoDocument,
  careAt: Instant,
): Promise<Bytes> {
  switch (contentType) {
    case 'image/jpeg':
      return scanSheet(lines, fileName)
    case 'application/pdf':
      return printSheet(lines, careAt)
    case 'text/plain':
      return toUtf8(`${lines.join('\r\n')}\r\n`)
  }
}
