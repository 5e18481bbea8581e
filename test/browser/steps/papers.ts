/** Files as people bring them: what a hospital printed, scanned, photographed, or exported. */
import { readFile } from 'node:fs/promises'

import sharp from 'sharp'

import { toInstant } from '#kernel'

import { renderDocument } from '../../../src/demonstration/documents.ts'
import type { PaperFile } from '../someone.ts'

const HEIC = new URL('../../fixtures/two-colours.heic', import.meta.url)

export async function pdf(name: string, ...lines: readonly string[]): Promise<PaperFile> {
  return sheet(name, 'application/pdf', lines)
}

export async function photograph(name: string, ...lines: readonly string[]): Promise<PaperFile> {
  return sheet(name, 'image/jpeg', lines)
}

export async function text(name: string, ...lines: readonly string[]): Promise<PaperFile> {
  return sheet(name, 'text/plain', lines)
}

/** A picture of one shade, which is a file of its own for each. */
export async function picture(name: string, shade: number): Promise<PaperFile> {
  const background = { r: shade, g: 90, b: 120 }
  const image = sharp({ create: { width: 240, height: 160, channels: 3, background } })
  return { name, mimeType: 'image/png', buffer: await image.png().toBuffer() }
}

/** As a phone keeps its photographs. */
export async function phonePicture(name: string): Promise<PaperFile> {
  return { name, mimeType: 'image/heic', buffer: await readFile(HEIC) }
}

async function sheet(
  name: string,
  contentType: 'application/pdf' | 'image/jpeg' | 'text/plain',
  lines: readonly string[],
): Promise<PaperFile> {
  const bytes = await renderDocument(
    { fileName: name, contentType, kind: 'discharge summary', lines },
    toInstant(0),
  )
  return { name, mimeType: contentType, buffer: Buffer.from(bytes) }
}
