import { zstdCompressSync } from 'node:zlib'

import { z } from 'zod'

import { boundTo, KEY_BYTES, seal, sha256, systemChance, type Bytes } from '#kernel'
import { formatRows, type Column } from '#storage'

/** A Bundle, to be taken in pieces as many as it has resources. */
export interface Piece {
  readonly bytes: Bytes
  readonly chart: number
  readonly columns: readonly Column[]
}

const bundleSchema = z.object({ entry: z.array(z.unknown()) })

export default async function work({ bytes, chart, columns }: Piece): Promise<readonly Uint8Array[]> {
  const { entry } = bundleSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  const key = systemChance.bytes(KEY_BYTES)
  const size = Math.ceil(bytes.length / entry.length)
  const rows = entry.map((_, i) => {
    const piece = bytes.subarray(i * size, (i + 1) * size)
    const sealed = seal(key, zstdCompressSync(piece), boundTo('bench', `${chart}`, `${i}`))
    return [chart, i, sha256(piece), sealed]
  })
  return Array.fromAsync(formatRows(columns, rows))
}
