/** The reference: JSON.parse, SHA-256, zstd, AES-256-GCM and COPY of the same bytes in as many pieces, on the same cores. */
import { availableParallelism } from 'node:os'

import { Piscina } from 'piscina'

import { openSource } from '#exchange'

import { openBenchDatabase } from '../database.ts'
import type { Piece } from './reference-job.ts'
import { tellTurn } from './turn.ts'

const [, , file = ''] = process.argv
const COLUMNS = ['chart', 'piece', 'digest', 'sealed']
const TABLE = `create table bench_piece (chart int4, piece int4, digest bytea, sealed bytea, primary key (chart, piece))`

const source = await openSource(file)
await using database = await openBenchDatabase([{ name: 'bench/1', sql: TABLE }])
const columns = await database.columns('bench_piece', COLUMNS)
const threads = availableParallelism()
const pool = new Piscina<Piece, readonly Uint8Array[]>({
  filename: new URL('reference-job.ts', import.meta.url).href,
  minThreads: threads,
  maxThreads: threads,
})
await tellTurn(async () => {
  let bytes = 0
  const inFlight = new Set<Promise<unknown>>()
  for await (const line of source.lines()) {
    while (inFlight.size > threads) await Promise.race(inFlight)
    bytes += line.bytes.length
    const work = pool
      .run({ bytes: line.bytes, chart: line.number, columns })
      .then((pieces) => database.copyFormatted('bench_piece', COLUMNS, pieces))
      .finally(() => inFlight.delete(work))
    inFlight.add(work)
  }
  await Promise.all(inFlight)
  return bytes
})
await pool.destroy()
