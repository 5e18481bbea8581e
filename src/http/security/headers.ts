import type { PlainHeaders } from '../answer/respond.ts'

/** Two years, as hstspreload.org asks of sites. Only over https does a browser heed it (RFC 6797 section 7.2). */
const HSTS = 'max-age=63072000; includeSubDomains'

/** On every answer. */
export function commonHeaders(publicUrl: URL): PlainHeaders {
  return {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.protocol === 'https:' ? { 'strict-transport-security': HSTS } : {}),
  }
}

/** On every answer under /api: nothing of it is kept by a cache, nor does anything if it is opened as a page. */
export function apiHeaders(publicUrl: URL): PlainHeaders {
  return {
    ...commonHeaders(publicUrl),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  }
}

/** On a page. Only styles may carry the nonce: the two that Mantine writes into the page have no file. */
export function pageHeaders(publicUrl: URL, nonce: string): PlainHeaders {
  return {
    ...commonHeaders(publicUrl),
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy(nonce),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
  }
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob: data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
