import { sha256, toHex, type Bytes } from '#kernel'

import { StorageError } from './errors.ts'

declare const blobName: unique symbol

/** The SHA-256 of a blob's bytes, in hexadecimal. */
export type BlobName = string & { readonly [blobName]: true }

/**
 * Keeps byte strings under the hash of their bytes, for documents that are sealed already: it never sees a plaintext.
 * Promises: what `put` returned a name for is durable; `get` gives the very bytes of that name or throws.
 */
export interface BlobStore {
  /** Keeps the bytes and names them; the same bytes again change nothing. */
  put(bytes: Bytes): Promise<BlobName>
  /** The bytes, checked against their name: `BLOB_MISSING` where there are none, `BLOB_DAMAGED` where they differ. */
  get(name: BlobName): Promise<Bytes>
  has(name: BlobName): Promise<boolean>
  /** Forgets the bytes; where there are none, nothing happens. */
  delete(name: BlobName): Promise<void>
  /** All names, in no order. */
  names(): AsyncIterable<BlobName>
}

export function isBlobName(value: unknown): value is BlobName {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

export function nameOf(bytes: Bytes): BlobName {
  const name = toHex(sha256(bytes))
  if (!isBlobName(name)) throw new Error('a SHA-256 is not 32 bytes')
  return name
}

/** The bytes found under a name, if they are the right ones. */
export function checkBlob(name: BlobName, bytes: Bytes | undefined): Bytes {
  if (!bytes) throw new StorageError('BLOB_MISSING', `there is no blob ${name}`)
  if (nameOf(bytes) !== name)
    throw new StorageError('BLOB_DAMAGED', `blob ${name} was altered where it is kept`)
  return bytes
}
