import { leafReader } from '#consent'
import type { LeafSource } from '#ledger'

/** The leaves of strands of entries. */
export const recordLeafSource: LeafSource = { kind: 'entries', leaves: leafReader('records.entry') }
