/** What better-auth answered, as our endpoints pass it on: the value, and the cookies that go with it. */
export interface WithCookies<T> {
  readonly value: T
  readonly cookies: readonly string[]
}

export function withCookies<T>(value: T, headers: Headers): WithCookies<T> {
  return { value, cookies: headers.getSetCookie() }
}

/** A request's headers without its session, so that signing in never concerns who was signed in before. */
export function withoutSession(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  const kept = cookies.filter((cookie) => !/^(__Secure-)?twinchart\.session_/.test(cookie))
  const bare = new Headers(headers)
  bare.set('cookie', kept.join('; '))
  return bare
}
