/** Something that is not as it was written: what, which of them, and how it differs. It never says what it holds. */
export interface Finding {
  readonly kind:
    | 'chain'
    | 'block'
    | 'state'
    | 'strand'
    | 'chart'
    | 'entry'
    | 'look'
    | 'consent'
    | 'document'
    | 'organisation'
    | 'licence'
  readonly id: string
  readonly differs: string
}
