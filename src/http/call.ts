/** What was asked, read and checked. */
export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: Request
  /** Aborted where whoever asked has gone. */
  readonly signal: AbortSignal
  /** Sends a cookie with the answer, written as `Set-Cookie` has it (RFC 6265). */
  readonly setCookie: (line: string) => void
}

/** A call under way. A class, because the server makes a signal when it is first asked for, and few handlers ask. */
export class OpenCall<Params, Query, Body> implements Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: Request
  readonly cookies: string[] = []

  constructor(request: Request, params: Params, query: Query, body: Body) {
    this.request = request
    this.params = params
    this.query = query
    this.body = body
  }

  get signal(): AbortSignal {
    return this.request.signal
  }

  readonly setCookie = (line: string): void => {
    this.cookies.push(line)
  }
}
