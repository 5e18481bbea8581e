import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openTestDatabase } from '../../test/support.ts'
import type { Database } from './index.ts'

const migrations = [
  {
    name: 'test/1-thing',
    sql: `create table thing (
      id int8 primary key, flag bool, body bytea, day date, weight float8, small int2, middle int4,
      word text, short varchar(20), words text[], pieces bytea[], counts int8[], days date[]
    );
    create index on thing (word)`,
  },
]

interface Tables {
  readonly thing: {
    readonly id: number
    readonly body: Uint8Array | null
    readonly day: string | null
    readonly word: string | null
  }
}

let database: Database

beforeAll(async () => {
  database = await openTestDatabase(migrations)
})
afterAll(() => database.close())

describe('a database', () => {
  it('gives back what it was given', async () => {
    const body = Uint8Array.of(0, 1, 0x5c, 255)
    const things = database.tables<Tables>()
    await things
      .insertInto('thing')
      .values({ id: 2 ** 53 - 1, body, day: '2024-02-29', word: 'ಕನ್ನಡ' })
      .execute()
    const row = await things.selectFrom('thing').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ id: 2 ** 53 - 1, day: '2024-02-29', word: 'ಕನ್ನಡ' })
    expect(new Uint8Array(row.body ?? [])).toEqual(body)
  })
})
