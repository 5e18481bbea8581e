import { DomainError } from '#kernel'

export type StorageCode =
  | 'BLOB_DAMAGED'
  | 'BLOB_MISSING'
  | 'DATABASE_FAILED'
  | 'DATABASE_OF_ANOTHER_VERSION'
  | 'DATABASE_UNSUPPORTED'
  | 'FOLDER_IN_USE'
  | 'KEY_FILE_UNSAFE'
  | 'LOCK_LOST'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_UNKNOWN'

export class StorageError extends DomainError<StorageCode> {}
