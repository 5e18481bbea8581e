import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { newHealthId } from '#identity/model'

const launcher = fileURLToPath(new URL('../../bin/twinchart.js', import.meta.url))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command as a person would, from a folder elsewhere. */
function twinchart(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const env = { PATH: process.env['PATH'], ...environment }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [launcher, ...words], { env, cwd: tmpdir() }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err })
    })
  })
}

const lastLine = ({ out }: Ended): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')

describe('twinchart', () => {
  it('explains itself, and its exit codes', async () => {
    const [help, version, config] = await Promise.all([
      twinchart(['--help']),
      twinchart(['--version']),
      twinchart(['config', '--help']),
    ])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('0 well, 1 something is wrong with the data, 2 wrong use')
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(config.out).toContain('--public-url <value>')
  })

  it.each([
    [[]],
    [['confog']],
    [['config', '--wat']],
    [['config', 'extra']],
    [['config', '--port']],
    [['config', '--port', 'x']],
    [['import', '/nonexistent.ndjson']],
    [['import', launcher, '--organisation', 'taluk']],
    [['export', newHealthId(1000, 0), '/nonexistent/chart']],
    [['export', '10000000000007', join(tmpdir(), 'chart')]],
    [['export', '1000-0000', join(tmpdir(), 'chart')]],
    [['verify', '/nonexistent']],
    [['verify', tmpdir()]],
    [['verify', launcher, '--trust', 'abc']],
  ])('answers 2 to %j, with nothing on standard output', async (words) => {
    const { code, out, err } = await twinchart(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  it('says as JSON what was wrong with the call, too', async () => {
    const ended = await twinchart(['--json', 'confog'])
    expect(ended.code).toBe(2)
    expect(lastLine(ended)).toMatchObject({ error: { code: 'commander.unknownCommand' } })
  })
})

describe('twinchart config', () => {
  it('shows each setting, its value, where that came from and what it is for', async () => {
    const { code, out } = await twinchart(['--data', 'charts', 'config', '--demonstration'], {
      TWINCHART_PORT: '9000',
    })
    expect(code).toBe(0)
    expect(out).toContain('port = 9000  (environment TWINCHART_PORT)')
    expect(out).toContain('demonstration = true  (command line --demonstration)')
    expect(out).toContain(`data = ${tmpdir()}/charts  (command line --data)`)
    expect(out).toContain('host = 127.0.0.1  (default)')
    expect(out).toContain('TWINCHART_MAX_UPLOAD_BYTES')
  })

  it('ends with one line of JSON when asked, without secrets', async () => {
    const ended = await twinchart(['config', '--json', '--no-demonstration'], {
      DATABASE_URL: 'postgres://me:hunter2@db/x',
    })
    expect(lastLine(ended)).toMatchObject({
      settings: expect.arrayContaining([
        expect.objectContaining({
          setting: 'databaseUrl',
          value: 'postgres://db/***',
          from: 'environment DATABASE_URL',
        }),
        expect.objectContaining({
          setting: 'demonstration',
          value: false,
          from: 'command line --demonstration',
        }),
      ]),
    })
    expect(ended.out).not.toContain('hunter2')
  })

  it('names what cannot be', async () => {
    const { code, err } = await twinchart(['config'], { TWINCHART_PORT: 'x', TWINCHART_PROT: '1' })
    expect(code).toBe(2)
    expect(err).toContain('there is no setting TWINCHART_PROT')
  })
})
