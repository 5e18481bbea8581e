/** Sealing entries: one random key an entry, wrapped for its chart and for the organisation that wrote it. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

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

/** Bytes compressed only where it pays: a first byte says which. */
const PLAIN = Uint8Array.of(0)
const ZSTD = Uint8Array.of(1)
const WORTH_COMPRESSING = 200

/** What goes into a chart, before it is sealed. */
export interface Draft {
  readonly id: string
  readonly kind: string
  /** The exact bytes that are kept and committed to. */
  readonly stored: Bytes
  readonly preview: EntryPreview
  /** Codes to be found by, as `system|code`. */
  readonly codes: readonly string[]
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
  const { id, kind, stored } = draft
  const key = chance.bytes(KEY_BYTES)
  const salt = chance.bytes(SALT_BYTES)
  const place = boundTo('entry-key', chart, id)
  return {
    id,
    leaf: commitmentOf(salt, stored),
    sealed: seal(key, concat(salt, packed(stored)), boundTo('entry', chart, id, kind), chance),
    preview: seal(keys.seal, toUtf8(JSON.stringify(draft.preview)), boundTo('preview', chart, id), chance),
    tokens: draft.codes.map((code) => tokenOf(keys, code)),
    twin: twinOf(keys, stored),
    forChart: seal(keys.wrap, key, place, chance),
    forWriter: seal(writerKey, key, place, chance),
  }
}

/** An entry out of its seal: the salt and the bytes that its commitment is over. */
export interface Opened {
  readonly salt: Bytes
  readonly stored: Bytes
}

/** `SealError` where a bit differs, or it lies in the place of another chart, entry or kind. */
export function openEntry(
  wrap: Bytes,
  chart: string,
  { id, kind }: { readonly id: string; readonly kind: string },
  wrapped: Bytes,
  sealed: Bytes,
): Opened {
  const key = unseal(wrap, wrapped, boundTo('entry-key', chart, id))
  const opened = unseal(key, sealed, boundTo('entry', chart, id, kind))
  return { salt: opened.subarray(0, SALT_BYTES), stored: unpacked(opened.subarray(SALT_BYTES)) }
}

export function openPreview(keys: ChartKeys, chart: string, id: string, preview: Bytes): EntryPreview {
  return entryPreviewSchema.parse(
    JSON.parse(fromUtf8(unseal(keys.seal, preview, boundTo('preview', chart, id)))),
  )
}

/** What a code is found by beside the ciphertext: without the chart's key it says nothing. */
export function tokenOf(keys: ChartKeys, code: string): Bytes {
  return taggedHmac('code-token/1', keys.search, toUtf8(code)).subarray(0, TOKEN_BYTES)
}

export function twinOf(keys: ChartKeys, stored: Bytes): Bytes {
  return taggedHmac('entry-twin/1', keys.search, stored)
}

function packed(bytes: Bytes): Bytes {
  if (bytes.length < WORTH_COMPRESSING) return concat(PLAIN, bytes)
  return concat(ZSTD, zstdCompressSync(bytes))
}

function unpacked(bytes: Bytes): Bytes {
  return bytes[0] === ZSTD[0] ? zstdDecompressSync(bytes.subarray(1)) : bytes.subarray(1)
}
