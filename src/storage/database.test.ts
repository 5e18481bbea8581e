import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openTestDatabase } from '../../test/support.ts'
import { openDatabase, type Database, type Hearer, type Session, type Value } from './index.ts'

const migrations = [
  {
    name: 'test/1-thing',
    sql: `
      create table thing (
        id int8 primary key, body bytea, day date, word text,
        flag bool, weight float8, small int2, middle int4, short varchar(20),
        words text[], pieces bytea[], counts int8[], days date[]
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
beforeEach(() => database.rows({ text: 'truncate thing' }))
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

  it('tells how many rows a statement touched', async () => {
    await database.copy('thing', ['id'], [[1], [2], [3]])
    const things = database.tables<Tables>()
    const result = await things.deleteFrom('thing').where('id', '>', 1).executeTakeFirst()
    expect(result.numDeletedRows).toBe(2n)
  })

  it('runs named statements and gives numbers and lists as ours', async () => {
    const statement = { name: 'count', text: `select count(*), $1::int8[] as counts, '{}'::date[] as days` }
    const rows = await database.rows<{ count: number }>(statement, [[1, 2]])
    expect(rows).toEqual([{ count: 1, counts: [1, 2], days: [] }])
  })

  it('refuses a number it could not give exactly', async () => {
    await expect(database.rows({ text: `select ${2n ** 53n}::int8` })).rejects.toThrow(RangeError)
  })

  it('is not opened where nobody answers', async () => {
    await expect(openDatabase('postgres://nobody@localhost:1/none')).rejects.toThrow('ECONNREFUSED')
  })

  it('outlives a connection that broke', async () => {
    await expect(database.rows({ text: 'select pg_terminate_backend(pg_backend_pid())' })).rejects.toThrow()
    expect(await database.rows({ text: 'select 1 as one' })).toEqual([{ one: 1 }])
  })
})

describe('a transaction', () => {
  it('is committed where its work returns', async () => {
    expect(await database.transaction(async (session) => (await add(session, 1), 'done'))).toBe('done')
    expect(await ids()).toEqual([1])
  })

  it('leaves nothing where its work throws', async () => {
    await expect(database.transaction(addAndThrow)).rejects.toThrow('changed my mind')
    expect(await ids()).toEqual([])
  })

  it('fails where a statement in it failed, even if the work caught that', async () => {
    await expect(database.transaction(addTwiceAndCatch)).rejects.toThrow('rolled back')
    expect(await ids()).toEqual([])
  })

  it('takes the statements given to it at once one after another', async () => {
    await database.transaction((session) => Promise.all([1, 2, 3, 4].map((id) => add(session, id))))
    expect(await ids()).toEqual([1, 2, 3, 4])
  })

  it('hides what it did from others until then', async () => {
    await database.transaction(async (session) => {
      await add(session, 1)
      expect(await ids()).toEqual([])
    })
  })

  it('takes no statement after its end', async () => {
    const kept = await database.transaction(async (session) => session)
    await expect(add(kept, 1)).rejects.toThrow('over')
  })

  it('is not begun by Kysely, which would end ours', async () => {
    const things = database.tables<Tables>()
    await expect(things.transaction().execute(async () => {})).rejects.toThrow('database.transaction')
  })
})

describe('copy', () => {
  const columns = [
    'id',
    'flag',
    'body',
    'day',
    'weight',
    'small',
    'middle',
    'word',
    'short',
    'words',
    'pieces',
    'counts',
    'days',
  ]
  const full: readonly Value[] = [
    -5,
    true,
    Uint8Array.of(0, 255),
    '1969-07-20',
    1.5,
    -3,
    70_000,
    'नमस्ते "\\N',
    '',
    ['a,"b"', ''],
    [Uint8Array.of(1), Uint8Array.of()],
    [2 ** 40, -1],
    ['2024-02-29'],
  ]

  it('writes each type as an insert does', async () => {
    const places = columns.map((_, place) => `$${place + 1}`)
    const { length } = full
    expect(await database.copy('thing', columns, [full, [6, ...Array<null>(length - 1).fill(null)]])).toBe(2)
    await database.rows({ text: `insert into thing (${columns.join(',')}) values (${places.join(',')})` }, [
      5,
      ...full.slice(1),
    ])
    const text = 'select distinct to_jsonb(thing) - $1 as thing from thing where id <> 6'
    expect(await database.rows({ text }, ['id'])).toHaveLength(1)
    expect(
      await database.rows({ text: 'select from thing where id = 6 and num_nulls(word, words, body) = 3' }),
    ).toHaveLength(1)
  })

  it('takes what comes over time, and pieces larger than its buffer', async () => {
    expect(await database.copy('thing', ['id', 'body'], largeRows())).toBe(300)
    const text = 'select id, length(body) as bytes from thing where id in (7, 299) order by id'
    expect(await database.rows({ text })).toEqual([
      { id: 7, bytes: 3_000_000 },
      { id: 299, bytes: 2_000 },
    ])
  })

  it.each<[string, readonly string[], readonly Value[]]>([
    ['a row that is too short', ['id', 'word'], [2]],
    ['a column that is not there', ['id', 'wrod'], [2, 'x']],
    ['text for a number', ['id'], ['2']],
    ['a number for text', ['id', 'word'], [2, 2]],
    ['a number for bytes', ['id', 'body'], [2, 2]],
    ['a number for a boolean', ['id', 'flag'], [2, 1]],
    ['one thing for a list', ['id', 'words'], [2, 'x']],
    ['no date', ['id', 'day'], [2, 'yesterday']],
    ['half a number', ['id', 'middle'], [2, 2 ** 31]],
    ['a row that is there already', ['id'], [1]],
  ])('refuses %s, and then adds nothing', async (_, names, row) => {
    const first = names.map((name) => (name === 'id' ? 1 : null))
    await expect(database.copy('thing', names, [first, row])).rejects.toThrow()
    expect(await database.rows({ text: 'select from thing' })).toEqual([])
  })
})

describe('a lock', () => {
  it('is held by one at a time', async () => {
    const lock = await database.holdLock('writer')
    expect(await database.tryLock('writer')).toBeUndefined()
    const waiting = database.holdLock('writer')
    await lock[Symbol.asyncDispose]()
    await lock.over
    await using second = await waiting
    expect(second).toBeDefined()
    await using other = await database.tryLock('reader')
    expect(other).toBeDefined()
  })

  it('tells when it is lost', async () => {
    const lock = await database.tryLock('writer')
    await endConnections("query like '%pg_try_advisory_lock%'")
    await lock?.over
    await using next = await database.holdLock('writer')
    expect(next).toBeDefined()
  })
})

describe('a channel', () => {
  it('carries messages to those who listen, once they are committed', async () => {
    const notebook = newNotebook()
    await database.listen('a "strange" channel', notebook)
    await database.transaction(async (session) => {
      await session.notify('a "strange" channel', 'one')
      await sleep(50)
      expect(notebook.notes).toEqual([])
    })
    const dropped = database.transaction(async (session) => {
      await session.notify('a "strange" channel', 'two')
      throw new Error('no')
    })
    await expect(dropped).rejects.toThrow('no')
    await database.notify('another channel', 'three')
    await database.notify('a "strange" channel', 'four')
    await expect.poll(() => notebook.notes).toEqual(['one', 'four'])
  })

  it('is silent for those who left', async () => {
    const [left, stayed] = [newNotebook(), newNotebook()]
    const ears = await database.listen('news', left)
    await database.listen('news', stayed)
    ears[Symbol.dispose]()
    await database.notify('news', 'one')
    await expect.poll(() => stayed.notes).toEqual(['one'])
    expect(left.notes).toEqual([])
  })

  it('comes back after its connection broke, and says so', async () => {
    const notebook = newNotebook()
    await database.listen('news', notebook)
    await endConnections("query like 'listen%'")
    await expect.poll(() => notebook.notes, { timeout: 5_000 }).toEqual(['(resumed)'])
    await database.notify('news', 'one')
    await expect.poll(() => notebook.notes).toEqual(['(resumed)', 'one'])
  })
})

/** Ends connections of this database, never our own: other tests run beside this one. */
async function endConnections(which: string): Promise<void> {
  const text = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and ${which}`
  await database.rows({ text })
}

interface Notebook extends Hearer {
  readonly notes: readonly string[]
}

function newNotebook(): Notebook {
  const notes: string[] = []
  return { notes, heard: (message) => notes.push(message), resumed: () => notes.push('(resumed)') }
}

async function* largeRows(): AsyncGenerator<readonly Value[]> {
  for (let id = 0; id < 300; id++) yield [id, Buffer.alloc(id === 7 ? 3_000_000 : 2_000, id)]
}

async function add(session: Session, id: number): Promise<void> {
  await session.rows({ text: 'insert into thing (id) values ($1)' }, [id])
}

async function addAndThrow(session: Session): Promise<never> {
  await add(session, 1)
  await session.copy('thing', ['id'], [[2]])
  throw new Error('changed my mind')
}

async function addTwiceAndCatch(session: Session): Promise<void> {
  await add(session, 1)
  await add(session, 1).catch(() => {})
}

async function ids(): Promise<readonly number[]> {
  const rows = await database.rows<{ id: number }>({ text: 'select id from thing order by id' })
  return rows.map(({ id }) => id)
}
