import type { ProblemDetails } from '#http/model'

/** What a page itself finds out, beside the codes that the server answers with. */
type OwnCode = 'OFFLINE' | 'UNREADABLE' | 'PASSKEY_NOT_USED'

/** Why a call came to nothing: the server's own words for it (RFC 9457), or ours where there was no answer. */
export class Problem extends Error {
  readonly details: ProblemDetails

  constructor(details: ProblemDetails, options?: ErrorOptions) {
    super(details.detail, options)
    this.name = 'Problem'
    this.details = details
  }

  get code(): string {
    return this.details.code
  }

  /** What is wrong with one field of a form. */
  messageFor(path: string): string | undefined {
    return this.details.fields?.find((field) => field.path === path)?.message
  }
}

/** No answer came: whether anything was done is not known. */
export function newOwnProblem(code: OwnCode, cause: unknown): Problem {
  return new Problem({ type: 'about:blank', title: code, status: 0, code, detail: code }, { cause })
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code)
}
