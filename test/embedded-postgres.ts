import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { openEmbeddedPostgres } from '#storage'

declare module 'vitest' {
  interface ProvidedContext {
    readonly databaseUrl: string
  }
}

/** Nothing of a test has to outlive the machine. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Vitest's global set-up: one PostgreSQL for the run, in which each test file has databases of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'twinchart-test-'))
  const postgres = await openEmbeddedPostgres({ folder, settings })
  project.provide('databaseUrl', postgres.url)
  return async () => {
    await postgres.close()
    await rm(folder, { recursive: true })
  }
}
