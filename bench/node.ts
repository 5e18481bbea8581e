/** A node as `npm start` has it, with a database that keeps what it says it kept, gone afterwards. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openEmbeddedPostgres } from '#storage'

import { openTestNode, type TestNode } from '../test/fixtures/node.ts'

export async function openBenchNode(): Promise<TestNode> {
  await using opening = new AsyncDisposableStack()
  const data = await mkdtemp(join(tmpdir(), 'twinchart-bench-'))
  opening.defer(() => rm(data, { recursive: true, force: true }))
  const server = opening.use(await openEmbeddedPostgres({ folder: join(data, 'postgres') }))
  const node = opening.use(await openTestNode({ data, databaseUrl: server.url }))
  const opened = opening.move()
  return { ...node, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}
