import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { systemChance } from '#kernel'

import { serveRoutes, type ServedRoutes } from '../../test/serve-routes.ts'
import { openSite } from './index.ts'

const SCRIPT = 'console.log("twinchart")'.repeat(100)
const PAGE = '<!doctype html><html><head lang="en"><title>Twinchart</title></head><body></body></html>'
const publicUrl = new URL('http://localhost')

let folder: string
let served: ServedRoutes

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinchart-site-'))
  await mkdir(join(folder, 'assets'))
  const files = {
    'index.html': PAGE,
    'sw.js': SCRIPT,
    'assets/app-D3adBe_f.js': SCRIPT,
    'assets/app-D3adBe_f.js.br': brotliCompressSync(SCRIPT),
    'assets/app-D3adBe_f.js.gz': gzipSync(SCRIPT),
    'assets/plain.css': 'body{}',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  served = await serveRoutes([], [], { site: await openSite(folder, publicUrl, systemChance, 'app.session') })
})
afterAll(async () => {
  await served[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

/** The body as it came, still compressed. */
async function rawBody(path: string, accepted: string): Promise<readonly [string | undefined, Buffer]> {
  return new Promise((resolve, reject) => {
    const request = get(new URL(path, served.url), { headers: { 'accept-encoding': accepted } }, (answer) => {
      Array.fromAsync<Buffer>(answer).then(
        (chunks) => resolve([answer.headers['content-encoding'], Buffer.concat(chunks)]),
        reject,
      )
    })
    request.on('error', reject)
  })
}

const asPage = { headers: { accept: 'text/html,*/*;q=0.8' } }

describe('a page', () => {
  it.each(['/', '/charts/mine', '/index.html', '/verify?from=card'])('is answered at %s', async (path) => {
    const answer = await served.ask(path, asPage)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toContain('<title>Twinchart</title>')
  })

  it('is answered at the first address also to whoever takes anything, as curl does', async () => {
    const answer = await served.ask('/', { headers: { accept: '*/*' } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await served.ask('/', { headers: { accept: 'application/json' } })).status).toBe(404)
  })

  it('says that nobody is signed in, to a browser that sends no session', async () => {
    const mark = '<meta name="signed-in" content="nobody">'
    const withCookie = (cookie: string) => served.ask('/', { headers: { ...asPage.headers, cookie } })
    expect(await (await served.ask('/', asPage)).text()).toContain(mark)
    expect(await (await withCookie('app.other=1')).text()).toContain(mark)
    expect(await (await withCookie('a=b; __Secure-app.session=x.y')).text()).not.toContain(mark)
  })

  it('has a nonce of its own, the same in its policy, and never the same twice', async () => {
    const nonces = new Set<string>()
    for (let time = 0; time < 3; time++) {
      const answer = await served.ask('/', asPage)
      const [, nonce = ''] =
        /<head[^>]*><meta name="csp-nonce" content="([\w-]{22})">/.exec(await answer.text()) ?? []
      expect(answer.headers.get('content-security-policy')).toBe(
        `default-src 'self'; style-src 'self' 'nonce-${nonce}'; script-src 'self'; connect-src 'self'; ` +
          "img-src 'self' blob: data:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " +
          "frame-ancestors 'none'",
      )
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-frame-options')).toBe('DENY')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it.each(['/api/charts', '/health/else', '/api'])('is not what answers under %s', async (path) => {
    const answer = await served.ask(path, asPage)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('is not what answers a script that is not there, or another method', async () => {
    expect((await served.ask('/assets/gone-D3adBe_f.js')).status).toBe(404)
    expect((await served.ask('/', { ...asPage, method: 'POST' })).status).toBe(404)
  })
})

describe('a file', () => {
  it('with a hash in its name is kept for ever, any other is asked for again', async () => {
    const cache = async (path: string) => (await served.ask(path)).headers.get('cache-control')
    expect(await cache('/assets/app-D3adBe_f.js')).toBe('public, max-age=31536000, immutable')
    expect(await cache('/assets/plain.css')).toBe('no-cache')
    expect(await cache('/sw.js')).toBe('no-cache')
  })

  it('that has not changed is not sent again', async () => {
    const first = await served.ask('/sw.js')
    const again = await served.ask('/sw.js', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('comes in the smallest form that the browser reads', async () => {
    const path = '/assets/app-D3adBe_f.js'
    const [br, brotli] = await rawBody(path, 'gzip, deflate, br')
    expect([br, brotliDecompressSync(brotli).toString()]).toEqual(['br', SCRIPT])
    const [gzip, zipped] = await rawBody(path, 'gzip;q=0.5, br;q=0')
    expect([gzip, gunzipSync(zipped).toString()]).toEqual(['gzip', SCRIPT])
    expect(await rawBody(path, 'identity')).toEqual([undefined, Buffer.from(SCRIPT)])
    expect(await rawBody('/sw.js', 'br')).toEqual([undefined, Buffer.from(SCRIPT)])
  })

  it.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/index.html',
    '/assets',
    '/assets/app-D3adBe_f.js.br',
  ])('is nothing but what was built: %s', async (path) => {
    expect((await served.ask(path)).status).toBe(404)
  })
})

it('a site that was not built cannot be opened', async () => {
  await expect(openSite(join(folder, 'nowhere'), publicUrl, systemChance, 'app.session')).rejects.toThrow(
    'ENOENT',
  )
})
