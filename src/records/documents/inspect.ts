/**
 * Looks into a document, in a thread of its own that may be ended: files of strangers are made to hurt. Pictures are
 * drawn anew, upright and without what cameras write beside them (place, time, owner); text is taken out of PDFs.
 */
import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import { getDocumentProxy } from 'unpdf'

import type { FileType } from '../model/file-type.ts'

/** A 100-megapixel picture is beyond any phone's, and beyond what a page needs. */
const MOST_PIXELS = 100_000_000
/** Of the longer side: a page of A4 at 200 dpi stays legible. */
const PICTURE_SIDE = 2400
const MOST_PAGES = 300
const MOST_TEXT = 1_000_000

export interface Inspected {
  /** What is written in it; null where it has no text of its own. */
  readonly text: string | null
  /** A picture that a browser shows; null where the document itself is shown. */
  readonly picture: Uint8Array | null
}

export interface Task {
  readonly type: FileType
  readonly bytes: Uint8Array
}

export async function inspect({ type, bytes }: Task): Promise<Inspected> {
  switch (type) {
    case 'application/pdf':
      return { text: await pdfText(bytes), picture: null }
    case 'text/plain':
      return { text: new TextDecoder().decode(bytes).slice(0, MOST_TEXT), picture: null }
    case 'image/heic':
      return { text: null, picture: await jpegOf(await openHeic(bytes)) }
    case 'image/jpeg':
      return { text: null, picture: await jpegOf(openPicture(bytes)) }
    case 'image/png':
      return { text: null, picture: await fitted(openPicture(bytes)).png().toBuffer() }
  }
}

function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient()
}

async function openHeic(bytes: Uint8Array): Promise<Sharp> {
  const [first] = await decodeHeic.all({ buffer: bytes })
  if (!first || first.width * first.height > MOST_PIXELS)
    throw new Error('no picture of a size that is shown')
  const { width, height, data } = await first.decode()
  return sharp(data, { raw: { width, height, channels: 4 } })
}

/** sharp writes no metadata unless it is told to. */
function fitted(picture: Sharp): Sharp {
  return picture.resize({
    width: PICTURE_SIDE,
    height: PICTURE_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
}

function jpegOf(picture: Sharp): Promise<Uint8Array> {
  return fitted(picture).flatten({ background: '#ffffff' }).jpeg({ quality: 82 }).toBuffer()
}

async function pdfText(bytes: Uint8Array): Promise<string | null> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  if (pdf.numPages > MOST_PAGES) throw new Error(`more than ${MOST_PAGES} pages`)
  let text = ''
  for (let page = 1; page <= pdf.numPages && text.length < MOST_TEXT; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('')
  }
  return text.trim() === '' ? null : text.slice(0, MOST_TEXT)
}
