import { DomainError } from '#kernel'

export type RecordsCode =
  | 'NO_SUCH_ENTRY'
  | 'NO_SUCH_DOCUMENT'
  | 'NOT_A_DOCUMENT'
  | 'DOCUMENT_TOO_LARGE'
  | 'ALREADY_THERE'
  | 'NOT_WELL_FORMED'
  | 'WRONG_PATIENT'
  | 'NOT_YOUR_ENTRY'
  | 'ALREADY_STRUCK'
  | 'DRAFT_CHANGED'

export class RecordsError extends DomainError<RecordsCode> {}
