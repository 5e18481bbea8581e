import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { systemChance } from '#kernel'
import type { Database } from '#storage'

import { openTestDatabase } from '../../../test/support.ts'
import { openVault } from '../vault.ts'
import { openAuth } from './auth.ts'
import { authMigrations } from './tables.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase(authMigrations)
})
afterAll(() => database.close())

it('has every table and column that better-auth and its plugins want', async () => {
  const vault = openVault({ keyFor: () => new Uint8Array(32).fill(1) }, systemChance)
  await using opened = openAuth({ databaseUrl: database.url, publicUrl: 'http://localhost:8080', vault })
  const { toBeCreated, toBeAdded } = await getMigrations(opened.auth.options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})
