/** The HTTP status of every code that a domain may refuse with. A code without one does not compile. */
import type { ConsentCode } from '#consent/model'
import type { HttpCode, Status } from '#http'
import type { IdentityCode } from '#identity/model'
import type { CodecError, SealError } from '#kernel'
import type { LedgerCode } from '#ledger/model'
import type { RecordsCode, ResourceErrorCode } from '#records/model'
import type { StorageCode } from '#storage'

/** Every domain adds its codes here. */
type Code =
  | CodecError['code']
  | SealError['code']
  | StorageCode
  | HttpCode
  | LedgerCode
  | IdentityCode
  | ConsentCode
  | RecordsCode
  | ResourceErrorCode

/**
 * 400 cannot be read; 401 sign in; 403 not yours to do; 404 not there, or not for you to know; 409 not in this state; 410 over;
 * 422 does not fit; 429 too often; 500 our fault; 503 our fault, and it will pass.
 */
const STATUS: Readonly<Record<Code, Status>> = {
  MALFORMED: 400,
  SEAL_BROKEN: 500,

  BLOB_DAMAGED: 500,
  BLOB_MISSING: 500,
  DATABASE_FAILED: 503,
  DATABASE_OF_ANOTHER_VERSION: 500,
  DATABASE_UNSUPPORTED: 500,
  FOLDER_IN_USE: 500,
  KEY_FILE_UNSAFE: 500,
  LOCK_LOST: 503,
  MIGRATION_CHANGED: 500,
  MIGRATION_UNKNOWN: 500,

  BODY_TOO_LARGE: 413,
  CROSS_SITE: 403,
  INVALID_INPUT: 422,
  MALFORMED_BODY: 400,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  SIGN_IN_FIRST: 401,
  TOO_MANY_REQUESTS: 429,
  URL_TOO_LONG: 414,
  WRONG_HOST: 421,
  WRONG_MEDIA_TYPE: 415,

  MALFORMED_TRANSACTION: 400,
  FOREIGN_CHAIN: 422,
  UNKNOWN_TRANSACTION: 422,
  NOT_SIGNED: 403,
  KEY_NOT_ON_LEDGER: 403,
  NOT_A_NODE: 403,
  NOT_THE_WRITER: 403,
  NO_SUCH_STRAND: 404,
  STRAND_EXISTS: 409,
  WRONG_INDEX: 409,
  WRONG_NETWORK_AUTHORITY: 403,
  LEDGER_CLOSED: 503,
  LEDGER_BUSY: 503,
  LEDGER_DAMAGED: 500,
  CLOCK_JUMPED: 503,
  NOT_IN_LEDGER: 404,

  ALREADY_ANSWERED: 409,
  ALREADY_APPLIED: 409,
  ALREADY_EXPIRED: 422,
  ALREADY_SUSPENDED: 409,
  CODE_REFUSED: 403,
  HOLD_USED: 409,
  KEY_TAKEN: 409,
  LAST_ADMINISTRATOR: 409,
  LAST_CONTACT: 409,
  LICENCE_NOT_ACTIVE: 403,
  NODE_NUMBER_TAKEN: 409,
  NOT_A_CONTACT: 422,
  NOT_A_HEALTH_ID: 422,
  NOT_A_PICTURE: 422,
  NOT_ACTIVE: 409,
  NOT_SUSPENDED: 409,
  NO_SUCH_APPLICATION: 404,
  NO_SUCH_COUNTER: 404,
  NO_SUCH_INVITATION: 404,
  NO_SUCH_LICENCE: 404,
  NO_SUCH_ORDER: 404,
  NO_SUCH_ORGANISATION: 404,
  NO_SUCH_PASSKEY: 404,
  NO_SUCH_PATIENT: 404,
  NO_SUCH_PHOTO: 404,
  NO_SUCH_SESSION: 404,
  NO_SUCH_STAFF: 404,
  NO_SUCH_TOKEN: 404,
  NUMBER_TAKEN: 409,
  ORGANISATION_EXISTS: 409,
  OWN_LICENCE: 403,
  PASSKEY_REFUSED: 403,
  PASSWORD_REFUSED: 403,
  PASSWORD_TOO_WEAK: 422,
  PRACTITIONER_EXISTS: 409,
  RENEWAL_TOO_EARLY: 409,
  SAME_OFFICER: 403,
  SECOND_FACTOR_ON: 409,
  SECOND_FACTOR_OFF: 409,
  SECOND_OFFICER_NEEDED: 409,
  SIGN_IN_REFUSED: 401,
  TOO_MANY_CODES: 429,
  WRONG_VERSION: 409,

  NO_SUCH_REQUEST: 404,
  NO_SUCH_CONSENT: 404,
  NOT_ASKED_FOR: 422,
  REQUEST_ANSWERED: 409,
  REQUEST_EXPIRED: 410,
  TOO_MANY_REQUESTS_WAITING: 429,
  NOT_IN_FORCE: 410,
  ALREADY_REVOKED: 409,
  CONSENT_EXISTS: 409,
  EXPIRES_TOO_LATE: 422,
  WRONG_REVOCATION_KEY: 403,
  NOTHING_ALLOWED: 422,
  NOT_YOURS: 403,
  NO_SUCH_LOOK: 404,

  ALREADY_STRUCK: 409,
  ALREADY_THERE: 409,
  DOCUMENT_TOO_LARGE: 413,
  DRAFT_CHANGED: 409,
  NO_SUCH_DOCUMENT: 404,
  NO_SUCH_ENTRY: 404,
  NOT_A_DOCUMENT: 422,
  NOT_WELL_FORMED: 422,
  NOT_YOUR_ENTRY: 403,
  WRONG_PATIENT: 409,

  MALFORMED_JSON: 400,
  NAMED_TWICE: 400,
  NOT_A_RESOURCE: 422,
  TOO_DEEP: 400,
}

/** The status of a refusal's code; undefined where it is nobody's. */
export function statusOf(code: string): Status | undefined {
  return isCode(code) ? STATUS[code] : undefined
}

function isCode(code: string): code is Code {
  return Object.hasOwn(STATUS, code)
}
