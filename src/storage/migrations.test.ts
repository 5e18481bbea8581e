import { afterEach, beforeEach, expect, it } from 'vitest'

import { openTestDatabase } from '../../test/support.ts'
import { migrate, openDatabase, type Database } from './index.ts'

const first = { name: 'test/1-a', sql: 'create table a (id int4); insert into a values (1)' }
const second = { name: 'test/2-b', sql: 'create table b (id int4)' }
const broken = { name: 'test/3-c', sql: 'create table c (id int4); create table a (id int4)' }

let database: Database

beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const tables = async () => {
  const text = "select tablename as name from pg_tables where schemaname = 'public' order by 1"
  return (await database.rows<{ name: string }>({ text })).map(({ name }) => name)
}

it('takes the steps that are missing, each once', async () => {
  expect(await migrate(database, [first])).toEqual(['test/1-a'])
  expect(await migrate(database, [first, second])).toEqual(['test/2-b'])
  expect(await migrate(database, [first, second])).toEqual([])
  expect(await tables()).toEqual(['a', 'b', 'migration'])
  expect(await database.rows({ text: 'select * from a' })).toHaveLength(1)
})

it('leaves nothing of a step that fails, and keeps those before it', async () => {
  await expect(migrate(database, [first, broken])).rejects.toThrow('already exists')
  expect(await tables()).toEqual(['a', 'migration'])
  expect(await migrate(database, [first, second])).toEqual(['test/2-b'])
})

it('refuses a step that was changed after it was applied', async () => {
  await migrate(database, [first])
  const changed = { ...first, sql: `${first.sql} ` }
  await expect(migrate(database, [changed, second])).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' })
  expect(await tables()).toEqual(['a', 'migration'])
})

it('refuses a database that is newer than the code', async () => {
  await migrate(database, [first, second])
  await expect(migrate(database, [first])).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' })
})

it('refuses two steps of one name', async () => {
  await expect(migrate(database, [first, { ...second, name: first.name }])).rejects.toThrow('same name')
})

it('lets servers that start at once take turns', async () => {
  await using other = await openDatabase(database.url)
  const taken = await Promise.all([migrate(database, [first, second]), migrate(other, [first, second])])
  expect(taken.flat().toSorted()).toEqual(['test/1-a', 'test/2-b'])
})
