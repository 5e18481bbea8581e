import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { toBase64Url, type Chance } from '#kernel'

import { respond } from './answer/respond.ts'
import { toBody } from './answer/bytes.ts'
import { readAssets, type Asset, type Coding } from './assets.ts'
import { commonHeaders, pageHeaders } from './security/headers.ts'

/** The built web app. It is held in memory: no path that somebody sends ever reaches the disk. */
export interface Site {
  /** The file asked for, the page where a browser goes to one of the app's own addresses, or undefined. */
  answer(request: Request): Response | undefined
}

/** The year that RFC 9111 and its readers take for ever: the name of such a file changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** `sessionCookie` is what a browser sends that somebody is signed in at; the page that goes to another one says so. */
export async function openSite(
  folder: string,
  publicUrl: URL,
  chance: Chance,
  sessionCookie: string,
): Promise<Site> {
  const assets = await readAssets(folder)
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  return {
    answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      const asset = assets.get(pathOf(request))
      if (asset) return answerAsset(asset, request, publicUrl)
      if (!goesToPage(request)) return undefined
      const isNobody = request.headers.get('cookie')?.includes(`${sessionCookie}=`) !== true
      return answerPage(isNobody ? withMark(page, NOBODY) : page, publicUrl, chance)
    },
  }
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname
}

/** Whoever takes anything, as curl does, gets the first page; no page stands in for a script that is not there. */
function goesToPage(request: Request): boolean {
  const accepted = request.headers.get('accept') ?? '*/*'
  return accepted.includes('text/html') || (accepted.includes('*/*') && pathOf(request) === '/')
}

/** The page, with a nonce of its own that the app gives to the styles it writes. */
function answerPage(page: string, publicUrl: URL, chance: Chance): Response {
  const nonce = toBase64Url(chance.bytes(16))
  const html = withMark(page, `<meta name="csp-nonce" content="${nonce}">`)
  const headers = { ...pageHeaders(publicUrl, nonce), 'content-type': 'text/html; charset=utf-8' }
  return respond(html, 200, { headers })
}

/** So that the page need not ask who is signed in only to be refused. */
const NOBODY = '<meta name="signed-in" content="nobody">'

function withMark(page: string, mark: string): string {
  return page.replace(/<head[^>]*>/, (head) => `${head}${mark}`)
}

function answerAsset(asset: Asset, request: Request, publicUrl: URL): Response {
  const { type, tag, isHashed } = asset
  const headers = {
    ...commonHeaders(publicUrl),
    'content-type': type,
    'cache-control': isHashed ? FOR_EVER : 'no-cache',
    etag: tag,
    vary: 'accept-encoding',
  }
  if (request.headers.get('if-none-match') === tag) return respond(null, 304, { headers })
  const coding = chooseCoding(asset, request.headers.get('accept-encoding') ?? '')
  if (coding === undefined) return respond(toBody(asset.bytes), 200, { headers })
  return respond(toBody(coding.bytes), 200, { headers: { ...headers, 'content-encoding': coding.name } })
}

/** The smallest form that the browser reads (RFC 9110 section 12.5.3); `;q=0` says that it does not. */
function chooseCoding({ codings }: Asset, accepted: string): Coding | undefined {
  const items = accepted.split(',').map((item) => item.trim().toLowerCase())
  return codings.find(({ name }) =>
    items.some((item) => item.startsWith(name) && !/;\s*q=0(\.0*)?$/.test(item)),
  )
}
