/** A document in a chart: a FHIR DocumentReference that names the document by its hash, so that a commitment covers both. */
import type { FileType } from './file-type.ts'
import { isObject, objectAt, objectsAt, textAt } from './read.ts'

/** What is said of a document when it is added. */
export interface DocumentWords {
  readonly title: string
  /** YYYY-MM-DD */
  readonly careDay: string
  /** Where it was made. */
  readonly where: string
  readonly department: string
  readonly fileName: string
  /** ISO 8601 with zone. */
  readonly addedAt: string
}

/** The file itself. */
interface DocumentFile {
  readonly type: FileType
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly hash: string
  /** What is written in it, as far as a program can read that. */
  readonly text: string | null
}

type Json = Readonly<Record<string, unknown>>

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
/** How an entry names its document: by the SHA-256 of the file. */
export const HASH_URL = 'urn:sha256:'

/** About ten pages: what is looked for stands on them, and a search opens all of it. */
const MOST_WORDS = 20_000

/**
 * R4 section 8.20. The attachment's URL is the hash of the file: the verifier looks for the file by it. Its words are
 * the narrative, so that they are found, and read where the picture cannot be.
 */
export function documentResource(words: DocumentWords, file: DocumentFile): Json {
  const { title, careDay, where, department, fileName, addedAt } = words
  const setting = department === '' ? {} : { practiceSetting: { text: department } }
  return {
    resourceType: 'DocumentReference',
    ...(file.text === null ? {} : { text: { status: 'additional', div: toNarrative(file.text) } }),
    status: 'current',
    date: addedAt,
    description: title === '' ? fileName : title,
    ...(where === '' ? {} : { custodian: { display: where } }),
    content: [
      {
        attachment: {
          contentType: file.type,
          url: `${HASH_URL}${file.hash}`,
          size: file.bytes,
          title: fileName,
          creation: careDay,
        },
      },
    ],
    context: { period: { start: careDay }, ...setting },
  }
}

/** R4 section 2.4: XHTML, in which these characters stand for themselves only when escaped, and control characters never. */
function toNarrative(text: string): string {
  const written = text
    .slice(0, MOST_WORDS)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return `<div xmlns="http://www.w3.org/1999/xhtml">${written.trim()}</div>`
}

/**
 * The same with what a person found who read it: `R`, restricted, or `N`, normal (HL7 v3 Confidentiality, the value set
 * that R4 binds securityLabel to).
 */
export function withConfidentiality(resource: Json, isSensitive: boolean): Json {
  return {
    ...resource,
    securityLabel: [{ coding: [{ system: CONFIDENTIALITY, code: isSensitive ? 'R' : 'N' }] }],
  }
}

/** The hash by which a DocumentReference of ours names its file; null where it names none. */
export function hashIn(resource: unknown): string | null {
  const [content] = isObject(resource) ? objectsAt(resource, 'content') : []
  const url = textAt(objectAt(content ?? {}, 'attachment') ?? {}, 'url')
  return url?.startsWith(HASH_URL) ? url.slice(HASH_URL.length) : null
}
