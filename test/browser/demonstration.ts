/** A demonstration of its own, started as people start it, for tests in a real browser. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { z } from 'zod'

import { demonstrationSignInsEndpoint, mailboxEndpoint } from '#identity/model'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PATIENCE = 180_000

export const PICTURES = join(ROOT, 'screenshots')

/** Chromium without what it would ask of the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface SignIn {
  readonly role: string
  readonly name: string
  readonly healthId: string
  readonly password: string
}

/** Somebody signed in: a browser of one's own, and the API with the same session. */
export interface Someone extends AsyncDisposable {
  readonly page: Page
  /** What broke in the page. */
  readonly errors: readonly string[]
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown>
}

export interface Demonstration extends AsyncDisposable {
  readonly url: string
  readonly signIns: readonly SignIn[]
  /** Opens a browser, signed in as somebody of the first page, or as nobody. */
  as(role: string | undefined, width: number): Promise<Someone>
  /** The code in the newest message to anybody. */
  newestCode(): Promise<string>
}

export async function openDemonstration(port: number, people = 40): Promise<Demonstration> {
  await using opening = new AsyncDisposableStack()
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: ROOT })
  if (built.status !== 0) throw new Error(`the pages do not build: ${String(built.stderr)}`)
  const data = await mkdtemp(join(tmpdir(), 'demonstration-'))
  opening.defer(() => rm(data, { recursive: true, force: true }))
  const words = ['bin/twinchart.js', 'start', '--demonstration', '--people', `${people}`, '--data', data]
  const node = spawn(process.execPath, [...words, '--port', `${port}`], { cwd: ROOT, stdio: 'pipe' })
  opening.defer(async () => {
    const ended = new Promise((resolve) => node.once('exit', resolve))
    node.kill('SIGTERM')
    await ended
  })
  const url = `http://localhost:${port}`
  await isReady(url, node.stderr)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })
  opening.defer(() => browser.close())
  const answer = await fetch(`${url}${demonstrationSignInsEndpoint.path}`)
  const { signIns } = demonstrationSignInsEndpoint.answer.parse(await answer.json())
  const opened = opening.move()
  return {
    url,
    signIns,
    as: (role, width) => someone(browser, url, signIns, role, width),
    newestCode: () => newestCode(url),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** What axe finds wrong with the page as it stands, in a line each. */
export async function breaches(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
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

async function someone(
  browser: Browser,
  url: string,
  signIns: readonly SignIn[],
  role: string | undefined,
  width: number,
): Promise<Someone> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 780 : 860 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const call = callerOf(context, url)
  const who = signIns.find((one) => one.role === role)
  if (who) {
    await call('POST', '/api/session', { identifier: who.healthId, password: who.password })
    await call('PUT', '/api/me/settings', { language: 'en', theme: 'light' })
  }
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { page, errors, call, [Symbol.asyncDispose]: () => context.close() }
}

function callerOf(context: BrowserContext, url: string): Someone['call'] {
  return async (method, path, body) => {
    const answer = await context.request.fetch(`${url}${path}`, {
      method,
      headers: { origin: url },
      ...(body ? { data: body } : {}),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return z.unknown().parse(await answer.json())
  }
}

async function newestCode(url: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(`${url}${mailboxEndpoint.path}`)
    const { messages } = mailboxEndpoint.answer.parse(await answer.json())
    const code = /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0]
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no message with a code came')
}
