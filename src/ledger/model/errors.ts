import { DomainError } from '#kernel'

export type LedgerCode =
  | 'MALFORMED_TRANSACTION'
  | 'FOREIGN_CHAIN'
  | 'UNKNOWN_TRANSACTION'
  | 'NOT_SIGNED'
  | 'KEY_NOT_ON_LEDGER'
  | 'NOT_A_NODE'
  | 'NOT_THE_WRITER'
  | 'NO_SUCH_STRAND'
  | 'STRAND_EXISTS'
  | 'WRONG_INDEX'
  | 'WRONG_NETWORK_AUTHORITY'
  | 'LEDGER_CLOSED'
  | 'LEDGER_BUSY'
  | 'LEDGER_DAMAGED'
  | 'CLOCK_JUMPED'
  | 'NOT_IN_LEDGER'

export class LedgerError extends DomainError<LedgerCode> {}

/** A transaction that broke a rule: its code as the ledger recorded it. */
export class Refused extends DomainError {
  constructor(code: string) {
    super(code, `the ledger refused this: ${code.toLowerCase().replaceAll('_', ' ')}`)
  }
}
