import { DomainError } from '#kernel'

import type { ProblemDetails } from './model/index.ts'

export type HttpCode =
  | 'BODY_TOO_LARGE'
  | 'CROSS_SITE'
  | 'INVALID_INPUT'
  | 'MALFORMED_BODY'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'SIGN_IN_FIRST'
  | 'TOO_MANY_REQUESTS'
  | 'URL_TOO_LONG'
  | 'WRONG_HOST'
  | 'WRONG_MEDIA_TYPE'

const SENTENCES: Readonly<Record<HttpCode, string>> = {
  BODY_TOO_LARGE: 'This is larger than may be sent here. Nothing was kept; send it in smaller parts.',
  CROSS_SITE:
    'This was asked by a page of another site, so nothing was done. Open Twinchart itself and try again.',
  INVALID_INPUT: 'Some of what was sent does not fit. Nothing was kept; look at the fields named.',
  MALFORMED_BODY: 'What was sent could not be read. Nothing was kept; send it again.',
  NOT_ALLOWED: 'You are signed in, and this is for somebody with another role. Nothing was done.',
  NOT_FOUND: 'There is nothing here that you may see.',
  SIGN_IN_FIRST: 'Nobody is signed in here, or no longer. Sign in and try again.',
  TOO_MANY_REQUESTS: 'That was too often in a short time. Nothing was done; wait and try again.',
  URL_TOO_LONG: 'This address is too long.',
  WRONG_HOST: 'This server does not answer under that name.',
  WRONG_MEDIA_TYPE: 'This kind of content is not taken here. Nothing was kept.',
}

/** A refusal that no domain has to make. */
export class HttpError extends DomainError<HttpCode> {
  /** Seconds until another try is worth it. */
  readonly retryAfter: number | undefined

  constructor(code: HttpCode, details: Pick<ProblemDetails, 'fields' | 'retryAfter'> = {}) {
    super(code, SENTENCES[code], { fields: details.fields ?? [] })
    this.retryAfter = details.retryAfter
  }
}
