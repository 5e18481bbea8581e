import type { Bytes } from '#kernel'

/** All bytes of what is being sent; the endpoint has bounded how many there can be. */
export async function readUpload(sent: AsyncIterable<Bytes>): Promise<Bytes> {
  return Buffer.concat(await Array.fromAsync(sent))
}
