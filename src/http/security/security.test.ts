import { once } from 'node:events'
import { connect } from 'node:net'

import { describe, expect, it } from 'vitest'

import { serveRoutes } from '../../../test/serve-routes.ts'
import { serve } from '../index.ts'
import { defineEndpoint } from '../model/index.ts'
import { networkOf } from './network-address.ts'

const shape = { summary: 'A thing.', caller: { who: 'anyone' } } as const
const routes = (['GET', 'POST', 'PUT', 'DELETE'] as const).map((method) =>
  serve(defineEndpoint({ ...shape, name: `thing.${method}`, method, path: '/api/thing' }), () => ({})),
)

/** The status of a request written by hand. */
async function statusOf(url: URL, request: string): Promise<string> {
  const socket = connect(Number(url.port), url.hostname)
  socket.end(request)
  const [first] = await once(socket, 'data')
  socket.destroy()
  return String(first).slice(9, 12)
}

const COOKIE = { cookie: 'session=1' }

describe('a request in the name of whoever is signed in', () => {
  it.each([
    ['of our own page', { ...COOKIE, 'sec-fetch-site': 'same-origin' }],
    ['of our own page, in an older browser', { ...COOKIE, origin: 'http://localhost:8080' }],
    ['of a program without a cookie', {}],
  ])('changes something: %s', async (_, headers) => {
    await using served = await serveRoutes(routes)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await served.ask('/api/thing', { method, headers })).status).toBe(200)
    }
  })

  it.each([
    ['of another site', { ...COOKIE, 'sec-fetch-site': 'cross-site' }],
    [
      'of another site, without a cookie: it might sign somebody in as another',
      { 'sec-fetch-site': 'cross-site' },
    ],
    ['of a neighbour on the same domain', { ...COOKIE, 'sec-fetch-site': 'same-site' }],
    [
      'of a link, which changes nothing',
      { ...COOKIE, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ],
    ['of another origin, in an older browser', { ...COOKIE, origin: 'https://evil.example' }],
    ['of a sandboxed page', { ...COOKIE, origin: 'null' }],
    ['of nobody knows where, with a cookie', COOKIE],
  ])('changes nothing: %s', async (_, headers) => {
    await using served = await serveRoutes(routes)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await served.ask('/api/thing', { method, headers })
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'CROSS_SITE' }])
    }
  })

  it('reads nothing for a page of another site, which would be recorded as a look', async () => {
    await using served = await serveRoutes(routes)
    const asked = (mode: string) =>
      statusOf(
        served.url,
        `GET /api/thing HTTP/1.1\r\nHost: localhost\r\nCookie: session=1\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: ${mode}\r\n\r\n`,
      )
    expect(await asked('no-cors')).toBe('403')
    expect(await asked('cors')).toBe('403')
    expect(await asked('navigate')).toBe('200')
  })
})

describe('the door', () => {
  it.each(['localhost:8080', 'localhost', 'LOCALHOST:1', '127.0.0.1:8080', '[::1]:8080', '10.1.2.3'])(
    'opens under a name that nobody can point elsewhere: %s',
    async (host) => {
      await using served = await serveRoutes(routes)
      expect(await statusOf(served.url, `GET /api/thing HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe('200')
    },
  )

  it.each(['evil.example', 'localhost.evil.example:8080', 'a@localhost', '127.0.0.1.evil.example'])(
    'stays shut under the name %s, which may point here today (DNS rebinding)',
    async (host) => {
      await using served = await serveRoutes(routes)
      expect(await statusOf(served.url, `GET /health/live HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
        /4(00|21)/,
      )
      expect(
        await statusOf(served.url, `GET http://${host}/api/thing HTTP/1.1\r\nHost: localhost\r\n\r\n`),
      ).toMatch(/4(00|21)/)
    },
  )

  it('opens under further names that the operator gave', async () => {
    const settings = {
      publicUrl: new URL('https://chart.example'),
      hosts: ['inside.example'],
      strictAnswers: true,
    }
    await using served = await serveRoutes(routes, [], { settings })
    for (const host of ['chart.example', 'inside.example:8080']) {
      expect(await statusOf(served.url, `GET /api/thing HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe('200')
    }
  })

  it('refuses addresses and headers that are too long', async () => {
    await using served = await serveRoutes(routes)
    expect((await served.ask(`/api/thing?${'x'.repeat(3_000)}`)).status).toBe(414)
    expect((await served.ask('/api/thing', { headers: { a: 'x'.repeat(20_000) } })).status).toBe(431)
  })
})

describe('the headers of an answer', () => {
  it('keep it out of caches and frames, and let it do nothing as a page', async () => {
    await using served = await serveRoutes(routes)
    for (const path of ['/api/thing', '/api/nothing', '/health/live', '/openapi.json']) {
      const { headers } = await served.ask(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
      )
      expect(headers.has('strict-transport-security')).toBe(false)
      expect(headers.has('access-control-allow-origin')).toBe(false)
    }
  })

  it('insist on https where that is how people come', async () => {
    const settings = { publicUrl: new URL('https://chart.example'), hosts: [], strictAnswers: true }
    await using served = await serveRoutes(routes, [], { settings })
    const { headers } = await served.ask('/api/thing')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  })
})

describe('the network of a caller', () => {
  const told = (value: string) => new Headers({ 'x-forwarded-for': value })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (peer, network) => {
    expect(networkOf(peer, new Headers(), undefined)).toBe(network)
  })

  it('is what the nearest proxy tells, where the operator named its header', () => {
    expect(networkOf('10.0.0.1', told('203.0.113.9, 192.0.2.7'), 'x-forwarded-for')).toBe('192.0.2.7')
    expect(networkOf('10.0.0.1', new Headers(), 'x-forwarded-for')).toBe('10.0.0.1')
  })

  it('is never what a caller claims', () => {
    expect(networkOf('198.51.100.1', told('192.0.2.7'), undefined)).toBe('198.51.100.1')
  })
})
