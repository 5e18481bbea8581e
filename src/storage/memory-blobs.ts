import type { Bytes } from '#kernel'

import { checkBlob, nameOf, type BlobName, type BlobStore } from './blobs.ts'

/** Blobs that last as long as the process. */
export function newMemoryBlobs(): BlobStore {
  const kept = new Map<BlobName, Bytes>()
  return {
    async put(bytes) {
      const name = nameOf(bytes)
      kept.set(name, new Uint8Array(bytes))
      return name
    },
    get: async (name) => new Uint8Array(checkBlob(name, kept.get(name))),
    has: async (name) => kept.has(name),
    async delete(name) {
      kept.delete(name)
    },
    async *names() {
      yield* kept.keys()
    },
  }
}
