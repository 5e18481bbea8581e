/** A demonstration of its own, started as people start it, for tests in a real browser. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { chromium, type Browser } from 'playwright-core'

import { demonstrationSignInsEndpoint, mailboxEndpoint } from '#identity/model'

import { cameraSwitches } from './camera.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PATIENCE = 180_000

/** In which a proxy would tell the caller's address: each browser here comes from one of its own. */
export const ADDRESS_HEADER = 'x-forwarded-for'

export interface SignIn {
  readonly role: string
  readonly name: string
  readonly healthId: string
  readonly password: string
}

export interface Message {
  readonly message: string
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Demonstration extends AsyncDisposable {
  readonly url: string
  readonly browser: Browser
  readonly signIns: readonly SignIn[]
  /** The file that all cameras show. */
  readonly camera: string
  /** All that would have been sent to anybody, newest first. */
  mailbox(): Promise<readonly Message[]>
  /** Where it keeps everything; stays after the node was stopped. */
  readonly data: string
  /** Ends the node as Ctrl-C does. */
  stop(): Promise<void>
}

export async function openDemonstration(port: number, people: number): Promise<Demonstration> {
  await using opening = new AsyncDisposableStack()
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: ROOT })
  if (built.status !== 0) throw new Error(`the pages do not build: ${String(built.stderr)}`)
  const data = await mkdtemp(join(tmpdir(), 'demonstration-'))
  opening.defer(() => rm(data, { recursive: true, force: true }))
  const what = ['start', '--demonstration', '--people', `${people}`, '--proxy-header', ADDRESS_HEADER]
  const words = ['bin/twinchart.js', ...what, '--data', data, '--port', `${port}`]
  const node = spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => node.once('exit', resolve))
  const stop = async () => {
    node.kill('SIGTERM')
    await ended
  }
  opening.defer(stop)
  const url = `http://localhost:${port}`
  await isReady(url, node.stderr)
  const camera = join(data, 'camera.y4m')
  const browser = opening.use(await openChromium(camera))
  const { signIns } = demonstrationSignInsEndpoint.answer.parse(
    await read(url, demonstrationSignInsEndpoint.path),
  )
  const mailbox = async () => mailboxEndpoint.answer.parse(await read(url, mailboxEndpoint.path)).messages
  const opened = opening.move()
  const close = () => opened.disposeAsync()
  return { url, browser, signIns, camera, data, mailbox, stop, [Symbol.asyncDispose]: close }
}

/** Chromium without what it would ask of the network. */
function openChromium(camera: string): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    ...quiet,
    ...cameraSwitches(camera),
  ]
  return chromium.launch({ executablePath: '/usr/bin/chromium', args })
}

async function read(url: string, path: string): Promise<unknown> {
  return (await fetch(`${url}${path}`)).json()
}

async function isReady(url: string, output: NodeJS.ReadableStream): Promise<void> {
  let said = ''
  output.on('data', (piece: Buffer) => (said += piece.toString()))
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`the node did not get ready:\n${said}`)
}
