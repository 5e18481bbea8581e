import { concat, type Bytes } from '#kernel'
import { openStrands, signTransaction } from '#ledger/model'

import { authority, CHAIN, idOf, signed } from './people.ts'
import type { Act } from './recorder.ts'

const body = openStrands.encode({
  openings: [{ strand: idOf('out of form', 32), writer: authority.id, kind: 'entries' }],
})
const unsigned = { chain: CHAIN, type: openStrands.type, version: openStrands.version, body }
const good = signTransaction(unsigned, authority.signer)
const altered = (more: Partial<typeof unsigned>) =>
  signTransaction({ ...unsigned, ...more }, authority.signer)

/** Where the kind of authority stands in an envelope: after format, chain, type and version. */
const KIND = 1 + 1 + CHAIN.length + 1 + openStrands.type.length + 1

export const outOfForm: readonly Act[] = [
  { name: 'nothing', transaction: new Uint8Array(0), refused: 'MALFORMED_TRANSACTION' },
  { name: 'noise', transaction: idOf('noise', 32), refused: 'MALFORMED_TRANSACTION' },
  { name: 'a byte too many', transaction: concat(good, Uint8Array.of(0)), refused: 'MALFORMED_TRANSACTION' },
  {
    name: 'an envelope of another format',
    transaction: withByte(good, 0, 2),
    refused: 'MALFORMED_TRANSACTION',
  },
  {
    name: 'a body in another form',
    transaction: altered({ body: concat(body, Uint8Array.of(0)) }),
    refused: 'MALFORMED_TRANSACTION',
  },
  {
    name: 'for another chain',
    transaction: altered({ chain: 'twinchart-1000-another' }),
    refused: 'FOREIGN_CHAIN',
  },
  {
    name: 'of a type that nobody knows',
    transaction: altered({ type: 'strand/close' }),
    refused: 'UNKNOWN_TRANSACTION',
  },
  {
    name: 'of a version that nobody knows',
    transaction: altered({ version: 1_000_000 }),
    refused: 'UNKNOWN_TRANSACTION',
  },
  { name: 'by a device', transaction: withByte(good, KIND, 1), refused: 'KEY_NOT_ON_LEDGER' },
  { name: 'with another signature', transaction: withByte(good, good.length - 40, 7), refused: 'NOT_SIGNED' },
  { name: 'after all of these', transaction: signed(openStrands, { openings: [] }) },
]

function withByte(bytes: Bytes, at: number, value: number): Bytes {
  const copy = Uint8Array.from(bytes)
  copy[at] = value
  return copy
}
