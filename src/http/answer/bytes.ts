import type { Bytes } from '#kernel'

import type { PlainHeaders } from './respond.ts'

/** Bytes as an answer: a picture, a PDF, an export. */
export interface BytesAnswer {
  readonly mediaType: string
  readonly bytes: Bytes | AsyncIterable<Bytes>
  /** The name under which it is saved. */
  readonly fileName?: string
  /** Shown in the page where its kind is harmless; without this, saved. */
  readonly shown?: boolean
}

/** What cannot run script in a browser, or is opened by a viewer that keeps it apart. SVG and HTML can, XML may. */
const HARMLESS = new Set([
  'application/fhir+json',
  'application/json',
  'application/pdf',
  'image/gif',
  'image/heic',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
  'text/plain',
])

/** Whatever these bytes turn out to be, they load nothing, run nothing, and are framed by our own pages only. */
const POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

export function bytesHeaders(answer: BytesAnswer, common: PlainHeaders): PlainHeaders {
  return {
    ...common,
    'content-type': answer.mediaType,
    'content-disposition': dispositionOf(answer),
    'content-security-policy': isPdf(answer) ? POLICY : `${POLICY}; sandbox`,
  }
}

/** Bytes in memory as the server takes them, without a copy where the memory is theirs alone. */
export function toBody(bytes: Bytes): BodyInit {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes)
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
}

/** Chromium shows no PDF in a sandbox; its viewer is one. */
function isPdf({ mediaType }: BytesAnswer): boolean {
  return mediaType === 'application/pdf'
}

/** RFC 6266, with the name in UTF-8 as RFC 8187 writes it, and in ASCII for whoever does not read that. */
function dispositionOf({ fileName, mediaType, shown }: BytesAnswer): string {
  const kind = shown && HARMLESS.has(mediaType.split(';', 1)[0] ?? '') ? 'inline' : 'attachment'
  if (fileName === undefined) return kind
  const plain = fileName.replaceAll(/[^\w .-]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${escapeExtended(fileName)}`
}

/** RFC 8187 section 3.2.1: what encodeURIComponent leaves and attr-char does not have is escaped too. */
function escapeExtended(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/['()*]/g, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
