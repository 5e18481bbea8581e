import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { loadOperator } from '#server'

import { run } from '../../test/fixtures/command.ts'

const { openOperatorDoor } = await loadOperator()

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'twinchart-clock-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const confirm = () => run({ data, databaseUrl: 'postgres://localhost/none' }, 'clock', 'confirm')

describe('twinchart clock confirm', () => {
  it('tells the node that runs on the folder, and says by how much the clock had jumped', async () => {
    let confirmed = 0
    await using _ = await openOperatorDoor({ data }, { confirmClock: () => ++confirmed * 125_000 })
    expect(await confirm()).toMatchObject({ code: 0, json: { jumped: 125_000 } })
    expect((await confirm()).json).toEqual({ jumped: 250_000 })
  })

  it('says that no node runs there, also after one was killed', async () => {
    expect(await confirm()).toMatchObject({ code: 2, json: { error: { code: 'BAD_CONFIGURATION' } } })
    const door = await openOperatorDoor({ data }, { confirmClock: () => 0 })
    await door[Symbol.asyncDispose]()
    expect((await confirm()).err).toContain('no node runs on')
  })

  it('is for the owner of the folder only', async () => {
    await using _ = await openOperatorDoor({ data }, { confirmClock: () => 0 })
    expect((await stat(join(data, 'operator.socket'))).mode & 0o777).toBe(0o600)
  })
})
