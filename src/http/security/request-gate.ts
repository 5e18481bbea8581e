import { isIP } from 'node:net'

import { HttpError } from '../errors.ts'

/** As long as any address of ours needs to be; health data has no place in one anyway. */
const LONGEST_URL = 2_048

/** How many of the names that were found good are remembered, so that nobody fills memory with them. */
const MOST_KNOWN = 100

/**
 * Refuses requests that no page or program of ours makes, before anything else looks at them. A name that is not ours:
 * otherwise a page of any site could have its own name point to this machine (DNS rebinding) and read, as if it were of
 * the same origin, whatever answers without signing in. A bare address or `localhost` cannot be pointed elsewhere.
 */
export function newRequestGate(publicUrl: URL, moreHosts: readonly string[]): (request: Request) => void {
  const names = new Set([publicUrl.hostname, 'localhost', ...moreHosts])
  const known = new Set<string>()
  return ({ url }) => {
    if (url.length > LONGEST_URL) throw new HttpError('URL_TOO_LONG')
    const host = hostOf(url)
    if (known.has(host)) return
    if (!isOurs(host, names)) throw new HttpError('WRONG_HOST')
    if (known.size < MOST_KNOWN) known.add(host)
  }
}

/** The server made the URL out of the Host header, or took it as it stood in the request's first line. */
function hostOf(url: string): string {
  const start = url.indexOf('//') + 2
  return url.slice(start, url.indexOf('/', start))
}

function isOurs(host: string, names: ReadonlySet<string>): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return names.has(name) || isIP(name.replace(/^\[(.*)\]$/, '$1')) > 0
}
