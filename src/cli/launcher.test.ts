import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Says which Node runs it and with what, then waits for a signal. */
const PROGRAM = `
const words: string = process.argv.slice(2).join(' ')
process.once('SIGTERM', () => process.exit(7))
setInterval(() => {}, 1000)
if (words === 'crash') process.kill(process.pid, 'SIGKILL')
else console.log(process.versions.node + ' ' + words)
`

const older = olderNode()

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twinchart-launcher-'))
  mkdirSync(join(folder, 'src/cli'), { recursive: true })
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'src/cli/main.ts'), PROGRAM)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('runs the program itself where Node is new enough', async () => {
  expect(await launch(process.execPath, 'a "b"')).toMatchObject({
    code: 7,
    out: `${process.versions.node} a "b"\n`,
  })
})

describe.skipIf(!older)('started by a Node that is too old', () => {
  it('runs the program with the Node that npm brought, and passes words, signals and exit code on', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const { code, out } = await launch(older ?? '', 'a "b"')
    expect(out).toMatch(/^24\.\d+\.\d+ a "b"\n$/)
    expect(code).toBe(7)
  })

  it('answers as a shell would where the program was killed', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    expect((await launch(older ?? '', 'crash')).code).toBe(128 + 9)
  })

  it('asks for Node 24 where npm brought none', async () => {
    const { code, out, err } = await launch(older ?? '', '')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Twinchart needs Node 24')
  })
})

/** Starts the launcher and, once it says something, asks it to stop. */
async function launch(node: string, word: string) {
  const child = spawn(node, [join(folder, 'bin/twinchart.js'), word], { cwd: tmpdir() })
  child.stdout.once('data', () => child.kill('SIGTERM'))
  const [out, err, [code]] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    once(child, 'close'),
  ])
  return { code, out: out.join(''), err: err.join('') }
}

/** A Node before 24 on this machine, if it has one. */
function olderNode(): string | undefined {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((path) => join(path, 'node'))
  return found.filter((path) => existsSync(path)).find((path) => majorOf(path) < 24)
}

function majorOf(node: string): number {
  return Number(execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }))
}
