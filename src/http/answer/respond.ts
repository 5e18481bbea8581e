/** Headers as one plain object: the server writes those fastest. */
export type PlainHeaders = Readonly<Record<string, string>>

/** What goes around a body. */
export interface Envelope {
  readonly headers: PlainHeaders
  readonly cookies?: readonly string[]
}

export function respond(
  body: BodyInit | null,
  status: number,
  { headers, cookies = [] }: Envelope,
): Response {
  if (cookies.length === 0) return new Response(body, { status, headers })
  const withCookies = new Headers(headers)
  for (const cookie of cookies) withCookies.append('set-cookie', cookie)
  return new Response(body, { status, headers: withCookies })
}
