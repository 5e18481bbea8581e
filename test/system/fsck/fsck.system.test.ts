import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { openDatabase } from '#storage'

import { run } from '../../fixtures/command.ts'
import { copyPlace, openTestNode } from '../../fixtures/node.ts'
import { BLOCK, blocks, tables } from './faults-in-blocks.ts'
import { consents, entries, look, looks } from './faults.ts'
import { openKept, told, type Kept } from './kept.ts'

let kept: Kept
beforeAll(async () => {
  kept = await openKept()
})
afterAll(() => kept[Symbol.asyncDispose]())

it('finds nothing wrong where nothing is', async () => {
  const report = await kept.after(async () => {})
  expect(told(report)).toEqual([])
  expect(report).toMatchObject({ ok: true, rebuilt: false, unnamed: 0, stray: [] })
  expect(report.checked).toMatchObject({ entries: 13, documents: 2, consents: 3 })
  expect(report.checked.looks).toBeGreaterThan(4)
  expect(report.checked.blocks).toBeGreaterThan(10)
})

/** The blobs of a place, by what lies in the data folder. */
const blobPath = (data: string, name: string) => join(data, 'documents', name.slice(0, 2), name)

describe('of a document it names', () => {
  const DOCUMENTS = `select document, id from records.entry where document is not null order by index`

  async function harmed(harm: (path: string, other: string) => Promise<unknown>) {
    return kept.after(async (sql, data) => {
      const rows = z.array(z.object({ document: z.string() })).parse(await sql(DOCUMENTS))
      const [first = '', second = ''] = rows.map(({ document }) => blobPath(data, document))
      await harm(first, second)
    })
  }

  it('one that was removed', async () => {
    expect(told(await harmed((path) => rm(path)))).toEqual([
      expect.stringMatching(/^document [0-9a-f]{64}, of entry .*: it is missing$/),
    ])
  })

  it('one bit of it', async () => {
    const report = await harmed(async (path) => {
      const bytes = await readFile(path)
      bytes[20] = (bytes[20] ?? 0) ^ 1
      await writeFile(path, bytes)
    })
    expect(told(report)).toEqual([expect.stringMatching(/^document .*: it was altered$/)])
  })

  it('one in another’s place', async () => {
    const report = await harmed(async (path, other) => writeFile(path, await readFile(other)))
    expect(told(report)).toEqual([expect.stringMatching(/^document .*: it was altered$/)])
  })

  it('one that an entry was led to in place of its own', async () => {
    const report = await kept.after((sql) =>
      sql(`update records.entry e set document = f.document from records.entry f
           where e.chart = f.chart and e.strand = f.strand and e.document is not null and f.document is not null and e.index <> f.index`),
    )
    expect(told(report)).toEqual([
      expect.stringMatching(/^document .*: its seal does not open$/),
      expect.stringMatching(/^document .*: its seal does not open$/),
    ])
  })

  it('one that its entry lost', async () => {
    const report = await kept.after((sql) =>
      sql(
        `update records.entry set document = null where id = (select id from records.entry where document is not null limit 1)`,
      ),
    )
    expect(told(report)).toEqual([
      expect.stringMatching(/^document .*: its entry names one, and none is kept$/),
    ])
    expect(report.stray).toHaveLength(1)
  })

  it('one under a name that none can have', async () => {
    const report = await kept.after((sql) =>
      sql(
        `update records.entry set document = 'x' where id = (select id from records.entry where document is not null limit 1)`,
      ),
    )
    expect(told(report)).toEqual([expect.stringMatching(/^document x, of entry .*: it is named wrongly$/)])
  })

  it('one beside an entry that has none', async () => {
    const report = await kept.after((sql) =>
      sql(
        `update records.entry set document = (select document from records.entry where document is not null limit 1)
         where strand = 0 and index = 0 and chart = '${kept.chart}'`,
      ),
    )
    expect(told(report)).toEqual([
      expect.stringMatching(/^document .*: its entry cannot say what it should be$/),
    ])
  })

  it('none that no entry names: it only tells of it', async () => {
    const stray = 'ab'.repeat(32)
    const report = await kept.after(async (_, data) => {
      await mkdir(join(data, 'documents/ab'), { recursive: true })
      await writeFile(blobPath(data, stray), 'left by an upload that was broken off')
    })
    expect(report).toMatchObject({ ok: true, stray: [stray] })
  })
})

describe.each([
  ['an entry', entries],
  ['a look', looks],
  ['a consent', consents],
  ['a block', blocks],
  ['what blocks leave in tables', tables],
])('of %s it names', (_, faults) => {
  it.each(faults)('%s', async (_, harm, found) => {
    const report = await kept.after((sql) => sql(harm(kept)))
    expect(report.ok).toBe(false)
    for (const words of found) expect(told(report)).toContainEqual(expect.stringMatching(words))
    expect(told(report)).toHaveLength(found.length)
  })
})

describe('it makes anew what blocks leave in tables', () => {
  const HARM = [
    `update consent.consent set granted_at = null, revoked_at = null, strand = null, index = null`,
    `update identity.licence set valid_until = 1, person = null`,
    `update identity.organisation set state = 'suspended', version = 9`,
    `delete from ledger.anchor`,
    `delete from ledger.state where key > '\\x80'`,
    `update ledger.waiting set upto = 0`,
  ].join('; ')

  it('all of it, and everything is as it was written', async () => {
    expect((await kept.after((sql) => sql(HARM))).findings.length).toBeGreaterThan(10)
    const report = await kept.after((sql) => sql(HARM), true)
    expect(told(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, rebuilt: true })
  })

  it('and a licence that was removed or put in', async () => {
    const harm = `delete from identity.licence; insert into identity.licence values ('\\x${'77'.repeat(16)}', null, null, 'modern', 1, 9, 1)`
    expect(told(await kept.after((sql) => sql(harm), true))).toEqual([])
  })

  it('but nothing from a chain that is damaged', async () => {
    const harm = `delete from ledger.anchor; update ledger.block set transactions[1] = 'x' where ${BLOCK}`
    const report = await kept.after((sql) => sql(harm), true)
    expect(report).toMatchObject({ ok: false, rebuilt: false })
    expect(told(report)).toEqual([
      expect.stringMatching(/^block \d+: its header speaks for another transactions$/),
    ])
  })

  it('and leaves what is well as it is', async () => {
    expect(told(await kept.after(async () => {}, true))).toEqual([])
  })
})

describe('twinchart fsck', () => {
  it('ends with 0 and one line of JSON where all is well', async () => {
    await using copy = await copyPlace(kept.place)
    const { code, json, err } = await run(copy, 'fsck')
    expect(code).toBe(0)
    expect(json).toMatchObject({ ok: true, findings: [], checked: { entries: 13 } })
    expect(err).toContain('100 %')
  })

  it('ends with 1 and names what it finds', async () => {
    await using copy = await copyPlace(kept.place)
    await using database = await openDatabase(copy.databaseUrl)
    await database.rows({ text: `delete from consent.look where ${look(kept)}` })
    const { code, json } = await run(copy, 'fsck')
    expect(code).toBe(1)
    expect(json).toMatchObject({ ok: false, findings: [{ kind: 'look' }] })
  })

  it('refuses to run beside a server, and in a folder where nothing is kept', async () => {
    await using copy = await copyPlace(kept.place)
    await using _ = await openTestNode(copy)
    const beside = await run(copy, 'fsck')
    expect(beside).toMatchObject({ code: 1, json: { error: { code: 'LEDGER_BUSY' } } })
    expect(await run({ ...copy, data: join(copy.data, 'elsewhere') }, 'fsck')).toMatchObject({ code: 2 })
  })
})
