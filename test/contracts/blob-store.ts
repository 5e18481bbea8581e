import { expect, it } from 'vitest'

import { sha256, toHex, toUtf8 } from '#kernel'
import { isBlobName, type BlobName, type BlobStore } from '#storage'

/** What every blob store promises. `open` gives an empty one. */
export function holdsBlobs(open: () => Promise<BlobStore>): void {
  it('gives back the bytes under the name it gave', async () => {
    const store = await open()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 251)
    const name = await store.put(bytes)
    expect(name).toBe(toHex(sha256(bytes)))
    expect(Buffer.from(await store.get(name)).equals(bytes)).toBe(true)
    expect(await store.has(name)).toBe(true)
  })

  it('keeps the empty string too, and the same bytes once', async () => {
    const store = await open()
    const names = [
      await store.put(new Uint8Array()),
      await store.put(toUtf8('a')),
      await store.put(toUtf8('a')),
    ]
    expect(await Array.fromAsync(store.names())).toHaveLength(2)
    expect(new Set(await Array.fromAsync(store.names()))).toEqual(new Set(names))
  })

  it('takes many at once, even the same', async () => {
    const store = await open()
    const put = Array.from({ length: 40 }, (_, place) => store.put(toUtf8(`${place % 10}`)))
    expect(new Set(await Promise.all(put)).size).toBe(10)
    expect(await Array.fromAsync(store.names())).toHaveLength(10)
  })

  it('is not changed by what its callers do with their bytes', async () => {
    const store = await open()
    const bytes = Buffer.from('given')
    const name = await store.put(bytes)
    bytes.fill(0)
    const got = await store.get(name)
    got.fill(0)
    expect(Buffer.from(await store.get(name)).toString()).toBe('given')
  })

  it('refuses a name that it does not hold', async () => {
    const store = await open()
    await expect(store.get(toName('never put'))).rejects.toMatchObject({ code: 'BLOB_MISSING' })
    expect(await store.has(toName('never put'))).toBe(false)
  })

  it('forgets what is deleted, and only that', async () => {
    const store = await open()
    const [kept, deleted] = [await store.put(toUtf8('kept')), await store.put(toUtf8('deleted'))]
    await store.delete(deleted)
    await store.delete(deleted)
    await expect(store.get(deleted)).rejects.toMatchObject({ code: 'BLOB_MISSING' })
    expect(await Array.fromAsync(store.names())).toEqual([kept])
  })
}

function toName(text: string): BlobName {
  const name = toHex(sha256(toUtf8(text)))
  if (!isBlobName(name)) throw new Error('not a name')
  return name
}
