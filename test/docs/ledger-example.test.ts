/** The worked example of docs/ledger.md, made by the code that makes the real thing. */
import { expect, it } from 'vitest'

import { encode, openSigner, toHex, toInstant, toUtf8 } from '#kernel'
import { leafFrame, writeFrame, FIRST_SEAL } from '#exchange/model'
import { found, ledgerTransactions } from '#ledger'
import {
  appendLeaves,
  buildFromSorted,
  commitmentOf,
  existenceCodec,
  hashLeaf,
  newMachine,
  openStrands,
  Overlay,
  proveExistence,
  signTransaction,
  stateRoot,
  strandId,
  strands,
  type TransactionType,
} from '#ledger/model'

import { bytesIn, listingsIn, readAt } from './pages.ts'

const CHAIN = 'twinchart-example'
const upFrom = (first: number, count: number) => Uint8Array.from({ length: count }, (_, i) => first + i)

const secret = upFrom(0x00, 32)
const salt = upFrom(0x20, 32)
const house = upFrom(0xa0, 16)
const signer = openSigner(new Uint8Array(32).fill(7))
const stored = toUtf8('{"resourceType":"Observation","valueQuantity":{"value":1.50}}')

const id = strandId(secret, 0)
const commitment = commitmentOf(salt, stored)
const opening = signed(openStrands, { openings: [{ strand: id, writer: house, kind: 'entries' }] })
const append = signed(appendLeaves, { runs: [{ strand: id, first: 0, leaves: [commitment] }] })
const state = stateAfter([opening, append])
const tree = buildFromSorted(state.changes().map(({ key, value }) => [key, value]))

const made = {
  'strand-id': id,
  commitment,
  'leaf-hash': hashLeaf(commitment),
  transaction: append,
  'state-key': strands.keyOf(id),
  'strand-value': state.get(strands.keyOf(id)) ?? new Uint8Array(0),
  'state-root': stateRoot(tree),
  proof: encode(existenceCodec, proveExistence(tree, strands.keyOf(id))),
  frame: writeFrame(FIRST_SEAL, { kind: 'leaf', payload: encode(leafFrame, { salt, stored }) }).bytes,
}

it('the example of docs/ledger.md is what the code makes, byte for byte', () => {
  const written = [...listingsIn(readAt('docs/ledger.md'))].map(([name, text]) => [name, bytesIn(text)])
  const expected = Object.entries(made).map(([name, bytes]) => [name, toHex(bytes)])
  expect(written).toEqual(expected)
})

function signed<Body>({ type, version, encode: encodeBody }: TransactionType<Body>, body: Body) {
  return signTransaction({ chain: CHAIN, type, version, body: encodeBody(body) }, signer)
}

/** The state after a first block with these transactions. */
function stateAfter(transactions: readonly Uint8Array[]): Overlay {
  const organisation = { kind: 'hospital', key: signer.publicKey, number: 1000, state: 'active' } as const
  const genesis = found({
    chain: CHAIN,
    time: toInstant(0),
    validator: signer.publicKey,
    authority: house,
    organisations: [{ ...organisation, id: house, details: new Uint8Array(32) }],
  })
  const state = new Overlay({ get: () => undefined })
  for (const { key, value } of genesis.state) state.put(key, value)
  const block = { height: 1, time: toInstant(0), hash: upFrom(0xc0, 32), transactions }
  const { outcomes, changes } = newMachine(CHAIN, ledgerTransactions).finalize(state, block)
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0])
  for (const { key, value } of changes) state.put(key, value)
  return state
}
