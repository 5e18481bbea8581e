import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../test/faults/supervised.ts', import.meta.url))

interface Ended {
  readonly code: unknown
  /** What the log said, an event and its part or reason a line. */
  readonly said: readonly string[]
}

type Signals = Readonly<Record<string, readonly ('SIGINT' | 'SIGTERM' | 'SIGTERM later')[]>>

describe('a supervised node', () => {
  it('opens its parts in order and closes them in reverse at SIGTERM', async () => {
    const { code, said } = await run('waits', { started: ['SIGTERM'] })
    expect(said).toEqual([
      'part-opened database',
      'part-opened ledger',
      'part-opened http',
      'started',
      'stopping SIGTERM',
      'part-closed http',
      'part-closed ledger',
      'part-closed database',
      'stopped',
    ])
    expect(code).toBe(0)
  })

  it('stops so at SIGINT and when it is asked to', async () => {
    const [interrupted, asked] = await Promise.all([run('waits', { started: ['SIGINT'] }), run('stops')])
    expect(interrupted).toMatchObject({
      code: 0,
      said: expect.arrayContaining(['stopping SIGINT', 'stopped']),
    })
    expect(asked).toMatchObject({ code: 0, said: expect.arrayContaining(['stopping request', 'stopped']) })
  })

  it('closes what it opened when a part cannot be opened', async () => {
    const { code, said } = await run('refuses')
    expect(said).toEqual([
      'part-opened database',
      'part-failed ledger',
      'stopping failure',
      'part-closed database',
      'stopped',
    ])
    expect(code).toBe(1)
  })

  it.each([
    ['a part ends by itself', 'ends', 'part-failed accounts'],
    ['a promise that it watches fails', 'watches', 'part-failed ledger'],
    ['a promise that nobody awaited fails', 'forgets', 'failed'],
    ['an error is thrown where nobody catches', 'throws', 'failed'],
  ])('stops with 1 when %s', async (_, behaviour, event) => {
    const { code, said } = await run(behaviour)
    expect(said).toEqual(
      expect.arrayContaining([event, 'stopping failure', 'part-closed database', 'stopped']),
    )
    expect(code).toBe(1)
  })

  it('closes the others, and answers 1, when one cannot be closed', async () => {
    const { code, said } = await run('breaks', { started: ['SIGTERM'] })
    expect(said).toEqual(expect.arrayContaining(['part-failed accounts', 'part-closed database', 'stopped']))
    expect(code).toBe(1)
  })

  it('gives up after its patience and names the part that hangs', async () => {
    const { code, said } = await run('hangs', { started: ['SIGTERM'] })
    expect(said.at(-1)).toBe('part-hangs accounts')
    expect(code).toBe(1)
  })

  it('takes the signals of one gesture as one', async () => {
    const { code, said } = await run('waits', { started: ['SIGINT', 'SIGTERM'] })
    expect(said.at(-1)).toBe('stopped')
    expect(code).toBe(0)
  })

  it('ends at once at a signal that comes later, however patient', async () => {
    const { code, said } = await run('hangs patiently', { started: ['SIGTERM'], stopping: ['SIGTERM later'] })
    expect(said.at(-1)).toBe('stopping SIGTERM')
    expect(code).toBe(1)
  })

  it('opens no more when it is told to stop while it starts', async () => {
    const { code, said } = await run('dawdles', { 'part-opened database': ['SIGTERM'] })
    expect(said).toEqual([
      'part-opened database',
      'stopping SIGTERM',
      'part-opened ledger',
      'part-closed ledger',
      'part-closed database',
      'stopped',
    ])
    expect(code).toBe(0)
  })
})

/** Runs the program and sends it signals when it says the words. */
async function run(behaviour: string, signals: Signals = {}): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...behaviour.split(' ')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, part = '', why = '' } = JSON.parse(line)
    said.push(`${event} ${part}${why}`.trim())
    for (const signal of signals[event] ?? signals[`${event} ${part}`] ?? []) {
      if (signal === 'SIGTERM later') setTimeout(() => child.kill('SIGTERM'), 1_100)
      else child.kill(signal)
    }
  }
  const [code] = await ended
  return { code, said }
}
