import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, expectTypeOf, it } from 'vitest'

import { DomainError } from '#kernel'

import type { FieldsOf } from './log-events.ts'
import { newOpaque, opaqueOf, type Opaque } from './log-fields.ts'
import { newLog, openLog, type Level, type Log } from './log.ts'

interface Line {
  readonly event: string
  readonly error?: {
    readonly type: string
    readonly code?: string
    readonly at: readonly string[]
    readonly cause?: object
  }
}

function newMemoryLog(level: Level = 'info'): { log: Log; lines: string[]; last: () => Line } {
  const lines: string[] = []
  const log = newLog(level, { write: (line: string) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') }
}

describe('the log', () => {
  it('writes events with their fields, one JSON object a line', () => {
    const { log, lines, last } = newMemoryLog()
    const request = newOpaque()
    log.info('request-answered', { request, status: 200, took: 12.5 })
    expect(last()).toMatchObject({ level: 30, event: 'request-answered', request, status: 200, took: 12.5 })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{.*"time":"\d{4}-\d\d-\d\dT.*\}\n$/)
  })

  it('leaves out what is below its level, and everything when silent', () => {
    const { log, lines } = newMemoryLog('warn')
    log.info('database-ready')
    log.warn('part-hangs', { part: 'ledger' })
    expect(lines).toHaveLength(1)
    const silent = newMemoryLog('silent')
    silent.log.error('part-failed', new Error('x'), { part: 'ledger' })
    expect(silent.lines).toEqual([])
  })

  it('takes no words by type', () => {
    expectTypeOf<FieldsOf<'part-failed'>['part']>().not.toEqualTypeOf<string>()
    expectTypeOf<string>().not.toExtend<Opaque>()
    expect(wordsRefusedByType).toBeTypeOf('function')
  })

  it('withholds what got past the types', () => {
    const { log, lines } = newMemoryLog()
    const fields: FieldsOf<'request-failed'> = JSON.parse(
      '{"request": "Asha Rao", "status": "HIV", "note": "ill"}',
    )
    log.info('request-failed', { ...fields })
    expect(lines.join('')).toContain('"request":"withheld","status":"withheld"')
    expect(lines.join('')).not.toMatch(/Asha|HIV|ill/)
  })
})

describe('an error in the log', () => {
  it('has its class, code and place, and no message, nor those of its causes', () => {
    const { log, lines, last } = newMemoryLog()
    class SecretError extends DomainError<'NO_SUCH_CHART'> {}
    const cause = Object.assign(new Error('Key (email)=(asha@example.in) exists'), {
      code: '23505',
      detail: 'asha',
    })
    const error = new SecretError('NO_SUCH_CHART', 'Asha Rao\n    at asha (rao.ts:1:1)', { cause })
    log.error('part-failed', error, { part: 'http' })
    expect(last().error).toMatchObject({
      type: 'SecretError',
      code: 'NO_SUCH_CHART',
      cause: { type: 'Error', code: '23505' },
    })
    expect(last().error?.at[0]).toContain('log.test.ts')
    expect(lines.join('')).not.toMatch(/asha/i)
  })

  it.each([['a string'], [undefined], [{ code: 'Asha' }]])(
    'may be anything that was thrown: %o',
    (thrown) => {
      const { log, lines } = newMemoryLog()
      log.error('part-failed', thrown, { part: 'http' })
      expect(lines.join('')).not.toMatch(/a string|Asha/)
    },
  )

  it('drops a code or class that is no word of a program', () => {
    const { log, lines } = newMemoryLog()
    const error = Object.assign(new Error('x'), { code: 'Asha Rao' })
    Object.defineProperty(error, 'constructor', { value: { name: 'Asha Rao' } })
    log.error('part-failed', error, { part: 'http' })
    expect(lines.join('')).not.toContain('Asha')
  })

  it('ends where causes go round', () => {
    const { log, lines } = newMemoryLog()
    const error = new Error('round')
    error.cause = error
    log.error('part-failed', error, { part: 'http' })
    expect(lines).toHaveLength(1)
  })
})

describe('a mark', () => {
  it('is the same for the same identifier and says nothing of it', () => {
    const id = Uint8Array.from({ length: 16 }, (_, place) => place)
    expect(opaqueOf(id)).toBe(opaqueOf(id))
    expect(opaqueOf(id)).toMatch(/^[0-9a-f]{16}$/)
    expect(opaqueOf(id)).not.toContain('0102')
    expect(newOpaque()).not.toBe(newOpaque())
  })

  it('is refused to what could be guessed', () => {
    expect(() => opaqueOf(new TextEncoder().encode('10002000300040'))).toThrow(TypeError)
  })
})

it('goes to a file of the data folder, and makes both so that only this user may enter and read', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'twinchart-log-'))
  const data = join(parent, 'data')
  for (let start = 0; start < 2; start++) {
    await using log = openLog({ data, log: 'file', logLevel: 'info' })
    log.info('database-ready')
  }
  const path = join(data, 'log/twinchart.log')
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(3)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(data)).mode & 0o777).toBe(0o700)
  await rm(parent, { recursive: true })
})

/** Never run: the compiler refuses each of these, and `npm run check` fails where it would not. */
function wordsRefusedByType({ info }: Log): void {
  // @ts-expect-error no such event
  info('Asha Rao was read')
  // @ts-expect-error no such field
  info('part-failed', { part: 'ledger', name: 'Asha Rao' })
  // @ts-expect-error not of the closed list
  info('part-failed', { part: 'Asha Rao' })
  // @ts-expect-error a word for a mark
  info('request-failed', { request: 'Asha Rao', status: 500 })
  // @ts-expect-error a field is missing
  info('request-failed', { status: 500 })
}
