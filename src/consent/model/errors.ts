import { DomainError } from '#kernel'

export type ConsentCode =
  | 'NO_SUCH_REQUEST'
  | 'NO_SUCH_CONSENT'
  | 'NOT_ASKED_FOR'
  | 'REQUEST_ANSWERED'
  | 'REQUEST_EXPIRED'
  | 'TOO_MANY_REQUESTS_WAITING'
  | 'NOT_IN_FORCE'
  | 'ALREADY_REVOKED'
  | 'CONSENT_EXISTS'
  | 'EXPIRES_TOO_LATE'
  | 'WRONG_REVOCATION_KEY'
  | 'NOTHING_ALLOWED'
  | 'NOT_YOURS'
  | 'NO_SUCH_LOOK'

export class ConsentError extends DomainError<ConsentCode> {}
