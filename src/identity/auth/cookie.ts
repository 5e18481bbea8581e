import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'

import { isSessionToken, type SessionToken } from '#http/model'

const NAMES = new Set(['twinchart.session_token', '__Secure-twinchart.session_token'])

/**
 * The session that a request's cookie names, if the seal on it is ours: better-auth signs `token.signature` with
 * HMAC-SHA-256 under its secret. Asks no database.
 */
export function sessionTokenOf(request: Request, secret: KeyObject): SessionToken | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2)
    if (NAMES.has(name)) return openCookie(decode(value), secret)
  }
  return undefined
}

function openCookie(value: string, secret: KeyObject): SessionToken | undefined {
  const end = value.lastIndexOf('.')
  const token = value.slice(0, Math.max(end, 0))
  const given = Buffer.from(value.slice(end + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs && isSessionToken(token) ? token : undefined
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
