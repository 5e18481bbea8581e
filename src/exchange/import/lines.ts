import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { DomainError, type Bytes } from '#kernel'

const NEWLINE = 0x0a

/** The file itself cannot be read to its end. */
export class SourceError extends DomainError<'TORN_FILE'> {}

/** One line of a file, with how far into the file (as it lies on the disk) the reading is. */
export interface SourceLine {
  readonly number: number
  readonly bytes: Bytes
  readonly read: number
}

export interface Source {
  readonly total: number
  lines(): AsyncGenerator<SourceLine>
}

/**
 * A source of Bundles: NDJSON (a resource a line), gzipped or not, streamed; or one JSON text of a single resource.
 * Memory holds one line, however large the file.
 */
export async function openSource(path: string): Promise<Source> {
  const { size } = await stat(path)
  return { total: size, lines: () => (/\.ndjson(\.gz)?$/.test(path) ? linesOf(path) : wholeOf(path)) }
}

async function* wholeOf(path: string): AsyncGenerator<SourceLine> {
  const { stream } = opened(path)
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(stream)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  yield { number: 1, bytes, read: bytes.length }
}

async function* linesOf(path: string): AsyncGenerator<SourceLine> {
  const { stream, read } = opened(path)
  let pieces: Buffer[] = []
  let number = 0
  for await (const chunk of piecesOf(stream)) {
    let rest = chunk
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      pieces.push(rest.subarray(0, end))
      const bytes = Buffer.concat(pieces)
      pieces = []
      rest = rest.subarray(end + 1)
      number += 1
      if (bytes.length > 0) yield { number, bytes, read: read() }
    }
    pieces.push(rest)
  }
  const last = Buffer.concat(pieces)
  if (last.length > 0) yield { number: number + 1, bytes: last, read: read() }
}

async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) yield Buffer.from(piece)
  } catch (error) {
    if (!isTorn(error)) throw error
    const words =
      'the file ends too early, or is damaged: what came before is kept; get it again and begin again'
    throw new SourceError('TORN_FILE', words, { cause: error })
  }
}

/** zlib's own codes, as Z_BUF_ERROR where an archive ends in its middle. */
function isTorn(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('Z_')
}

function opened(path: string): { readonly stream: Readable; readonly read: () => number } {
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 })
  const read = () => file.bytesRead
  if (!path.endsWith('.gz')) return { stream: file, read }
  const gunzip = createGunzip({ chunkSize: 1024 * 1024 })
  // A torn archive ends the reading with its error, not with what came so far.
  file.on('error', (error) => gunzip.destroy(error))
  return { stream: file.pipe(gunzip), read }
}
