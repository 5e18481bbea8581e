import { HttpError } from '../errors.ts'

/**
 * Refuses what a page of another site asks in the name of whoever is signed in. `Sec-Fetch-Site` says where a request
 * comes from (W3C Fetch Metadata), and browsers that do not send it send `Origin` with every method that changes
 * something (WHATWG Fetch section 3.2). A program sends neither; with a cookie it must send `Origin`, because a cookie
 * without a word about its page is what a forgery looks like. Reading across sites is refused too, since reading is
 * recorded; following a link is not.
 */
export function refuseCrossSite(request: Request, publicUrl: URL): void {
  const { headers, method } = request
  const changes = method !== 'GET' && method !== 'HEAD'
  const site = headers.get('sec-fetch-site')
  if (site !== null) {
    const follows = !changes && headers.get('sec-fetch-mode') === 'navigate'
    if (site !== 'same-origin' && site !== 'none' && !follows) throw new HttpError('CROSS_SITE')
  } else if (changes && !isOwnOrigin(headers, publicUrl)) throw new HttpError('CROSS_SITE')
}

function isOwnOrigin(headers: Headers, publicUrl: URL): boolean {
  const origin = headers.get('origin')
  if (origin === null) return !headers.has('cookie')
  return origin === publicUrl.origin || hostOf(origin) === headers.get('host')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
