/** Sealing entries: one random key an entry, wrapped for its chart and for the organisation that wrote it. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

import { z } from 'zod'

import {
  boundTo,
  concat,
  fromUtf8,
  KEY_BYTES,
  seal,
  taggedHmac,
  toUtf8,
  unseal,
  type Bytes,
  type Chance,
} from '#kernel'
import type { ChartKeys } from '#consent'
import { commitmentOf } from '#ledger/model'

import { entryPreviewSchema, type EntryPreview } from './model/preview-schema.ts'

const SALT_BYTES = 32
const TOKEN_BYTES = 8

/** Bytes compressed only where it pays, which for a few hundred costs more than it saves: a first byte says which. */
const PLAIN = Uint8Array.of(0)
const ZSTD = Uint8Array.of(1)
const WORTH_COMPRESSING = 1024
/** Entries of a few KiB get no smaller at a higher level, and take longer. */
const FASTEST = { [constants.ZSTD_c_compressionLevel]: 1 }
/** How much most entries shrink: room made for more than that, 64 KiB each by default, costs more than the compressing. */
const MOST_SHRUNK = 6

/** A reference that was resolved: the element it stands in, and the entry or directory item it leads to. */
export interface Link {
  readonly path: string
  readonly to: string
}

/** What goes into a chart, before it is sealed. */
export interface Draft {
  readonly id: string
  readonly kind: string
  /** The exact bytes that are kept and committed to. */
  readonly stored: Bytes
  readonly preview: EntryPreview
  /** Codes to be found by, as `system|code`. */
  readonly codes: readonly string[]
  readonly links?: readonly Link[]
  /** What it is recognised by, where that is not its own bytes: the document it stands for. */
  readonly sameAs?: Bytes
  /** The key it shares with an earlier version of itself, or with its document. */
  readonly key?: Bytes
}

/** A draft under seal, with what the ledger gets of it. */
export interface SealedEntry {
  readonly id: string
  readonly leaf: Bytes
  readonly sealed: Bytes
  readonly preview: Bytes
  readonly tokens: readonly Bytes[]
  /** The same for the same bytes within one chart, and nowhere else. */
  readonly twin: Bytes
  readonly forChart: Bytes
  readonly forWriter: Bytes
}

export function sealEntry(
  keys: ChartKeys,
  writerKey: Bytes,
  chart: string,
  draft: Draft,
  chance: Chance,
): SealedEntry {
  const { id, kind, stored, links = [] } = draft
  const key = draft.key ?? chance.bytes(KEY_BYTES)
  const salt = chance.bytes(SALT_BYTES)
  const place = boundTo('entry-key', chart, id)
  return {
    id,
    leaf: commitmentOf(salt, stored),
    sealed: seal(
      key,
      concat(salt, ...linked(links), packed(stored)),
      boundTo('entry', chart, id, kind),
      chance,
    ),
    preview: seal(keys.seal, toUtf8(JSON.stringify(draft.preview)), boundTo('preview', chart, id), chance),
    tokens: draft.codes.map((code) => tokenOf(keys, code)),
    twin: twinOf(keys, draft.sameAs ?? stored),
    forChart: seal(keys.wrap, key, place, chance),
    forWriter: seal(writerKey, key, place, chance),
  }
}

/** An entry out of its seal. Its commitment is over salt and stored; where its references lead is found out anew. */
export interface Opened {
  /** Opens its document too. */
  readonly key: Bytes
  readonly salt: Bytes
  readonly stored: Bytes
  /** Where its references lead; not all of it need be open to whoever reads. */
  readonly links: readonly Link[]
}

/** `SealError` where a bit differs, or it lies in the place of another chart, entry or kind. */
export function openEntry(
  wrap: Bytes,
  chart: string,
  { id, kind }: { readonly id: string; readonly kind: string },
  wrapped: Bytes,
  sealed: Bytes,
): Opened {
  const key = openEntryKey(wrap, chart, id, wrapped)
  const opened = unseal(key, sealed, boundTo('entry', chart, id, kind))
  const { links, end } = readLinks(opened, SALT_BYTES)
  return { key, salt: opened.subarray(0, SALT_BYTES), stored: unpacked(opened.subarray(end)), links }
}

/** An entry's own key, out of the wrap for its chart or for whoever wrote it. */
export function openEntryKey(wrap: Bytes, chart: string, id: string, wrapped: Bytes): Bytes {
  return unseal(wrap, wrapped, boundTo('entry-key', chart, id))
}

export function openPreview(keys: ChartKeys, chart: string, id: string, preview: Bytes): EntryPreview {
  return entryPreviewSchema.parse(
    JSON.parse(fromUtf8(unseal(keys.seal, preview, boundTo('preview', chart, id)))),
  )
}

const linksSchema = z.array(z.object({ path: z.string(), to: z.string() })).readonly()

const LENGTH_BYTES = 4

/** Links as they stand in the seal: JSON behind its length. */
function linked(links: readonly Link[]): readonly Bytes[] {
  if (links.length === 0) return [new Uint8Array(LENGTH_BYTES)]
  const text = toUtf8(JSON.stringify(links))
  const length = new Uint8Array(LENGTH_BYTES)
  new DataView(length.buffer).setUint32(0, text.length)
  return [length, text]
}

function readLinks(opened: Bytes, at: number): { readonly links: readonly Link[]; readonly end: number } {
  const start = at + LENGTH_BYTES
  const end = start + new DataView(opened.buffer, opened.byteOffset).getUint32(at)
  if (end === start) return { links: [], end }
  return { links: linksSchema.parse(JSON.parse(fromUtf8(opened.subarray(start, end)))), end }
}

/** A document as it was added, or the picture of it that browsers show. */
export type Rendition = 'original' | 'picture'

/** Seals a document under its entry's key, bound to the hash that the entry names it by. */
export function sealDocument(key: Bytes, place: DocumentPlace, bytes: Bytes, chance: Chance): Bytes {
  return seal(key, bytes, boundToDocument(place), chance)
}

export function openDocument(key: Bytes, place: DocumentPlace, sealed: Bytes): Bytes {
  return unseal(key, sealed, boundToDocument(place))
}

interface DocumentPlace {
  readonly chart: string
  /** SHA-256 of the document as it was added, in hexadecimal. */
  readonly hash: string
  readonly rendition: Rendition
}

function boundToDocument({ chart, hash, rendition }: DocumentPlace): Bytes {
  return boundTo('document', chart, hash, rendition)
}

/** A chart repeats its codes: weight, pressure and the same tests at every visit. */
const MOST_TOKENS = 1_000
const knownTokens = new WeakMap<ChartKeys, Map<string, Bytes>>()

/** What a code is found by beside the ciphertext: without the chart's key it says nothing. */
export function tokenOf(keys: ChartKeys, code: string): Bytes {
  const tokens = knownTokens.get(keys) ?? new Map<string, Bytes>()
  const known = tokens.get(code)
  if (known) return known
  const token = taggedHmac('code-token/1', keys.search, toUtf8(code)).subarray(0, TOKEN_BYTES)
  if (tokens.size < MOST_TOKENS) knownTokens.set(keys, tokens.set(code, token))
  return token
}

export function twinOf(keys: ChartKeys, stored: Bytes): Bytes {
  return taggedHmac('entry-twin/1', keys.search, stored)
}

function packed(bytes: Bytes): Bytes {
  if (bytes.length < WORTH_COMPRESSING) return concat(PLAIN, bytes)
  return concat(ZSTD, zstdCompressSync(bytes, { chunkSize: bytes.length, params: FASTEST }))
}

function unpacked(bytes: Bytes): Bytes {
  if (bytes[0] !== ZSTD[0]) return bytes.subarray(1)
  return zstdDecompressSync(bytes.subarray(1), { chunkSize: MOST_SHRUNK * bytes.length })
}
