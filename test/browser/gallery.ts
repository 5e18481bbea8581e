/**
 * Looks at the gallery as people will: in Chromium, with the policy that the server sends, on a phone and on a desk,
 * light and dark, in Kannada. Pictures land in `screenshots/`; what is wrong is answered, and printed when run by hand:
 * `node test/browser/gallery.ts`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'

const NONCE = 'bm9uY2UtZm9yLXRoZS1nYWxsZXJ5'
const POLICY = `default-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' blob: data:; object-src 'none'`
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const PAGES = ['/dev/gallery', '/dev/gallery/timeline', '/nowhere'] as const
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
] as const
const pictures = fileURLToPath(new URL('../../screenshots/', import.meta.url))

/** What is wrong: breaches of WCAG that axe finds, of the policy, errors, and pages wider than the window. */
export async function lookAtGallery(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'))
  await build({
    configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)),
    mode: 'development',
    logLevel: 'error',
    build: { outDir: folder },
  })
  await using server = await openServer(folder)
  await using browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
  const found = await lookAtAll(browser, server.url)
  await rm(folder, { recursive: true })
  return found
}

async function lookAtAll(browser: Browser, url: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const viewport of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await using context = await browser.newContext({ viewport, colorScheme, locale: 'kn-IN' })
      const page = await context.newPage()
      for (const path of PAGES)
        found.push(...(await lookAt(page, url + path, `${viewport.width} ${colorScheme} ${path}`)))
    }
  }
  return found
}

async function lookAt(page: Page, address: string, name: string): Promise<readonly string[]> {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on(
    'console',
    (message) => /Content Security Policy/.test(message.text()) && found.push(message.text()),
  )
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page }).analyze()
  found.push(
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  )
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wider > 0) found.push(`${wider} px wider than the window`)
  await page.screenshot({
    path: `${pictures}${name.replaceAll(/\W+/g, '-')}.png`,
    fullPage: !address.endsWith('timeline'),
  })
  page.removeAllListeners()
  return found.map((what) => `${name}: ${what}`)
}

/** The built files under the server's policy; nobody is signed in. */
async function openServer(folder: string) {
  const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace(
    '<head>',
    `<head><meta name="csp-nonce" content="${NONCE}">`,
  )
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith('/api/')) return void response.writeHead(401).end()
    const type = TYPES[extname(path)]
    if (!type)
      return void response
        .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY })
        .end(page)
    response.writeHead(200, { 'content-type': type })
    void readFile(join(folder, path)).then((bytes) => response.end(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

if (import.meta.main) {
  const found = await lookAtGallery()
  process.stdout.write(found.length === 0 ? 'nothing is wrong\n' : `${found.join('\n')}\n`)
  process.exitCode = found.length === 0 ? 0 : 1
}
