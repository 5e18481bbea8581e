import { sha256, toUtf8, type Bytes } from '#kernel'
import { appendLeaves, openStrands, type Run, type StrandKind } from '#ledger/model'

import { authority, hospital, idOf, pharmacy, signed, stranger } from './people.ts'
import type { Act } from './recorder.ts'

const [entries, looks, consents, ofPharmacy] = [
  idOf('entries of a hospital', 32),
  idOf('looks', 32),
  idOf('consents', 32),
  idOf('entries of a pharmacy', 32),
]

const open = (
  name: string,
  strand: Bytes,
  writer: Bytes,
  kind: StrandKind,
  refused?: string,
  by = authority,
): Act => ({
  name,
  transaction: signed(openStrands, { openings: [{ strand, writer, kind }] }, by),
  ...(refused === undefined ? {} : { refused }),
})
const leaves = (from: number, count: number): readonly Bytes[] =>
  Array.from({ length: count }, (_, i) => sha256(toUtf8(`leaf ${from + i}`)))
const run = (strand: Bytes, first: number, count: number): Run => ({
  strand,
  first,
  leaves: [...leaves(first, count)],
})
const append = (name: string, runs: readonly Run[], by: typeof hospital, refused?: string): Act => ({
  name,
  transaction: signed(appendLeaves, { runs: [...runs] }, by),
  ...(refused === undefined ? {} : { refused }),
})

export const openings: readonly Act[] = [
  open('a strand of a hospital’s entries', entries, hospital.id, 'entries'),
  open('a strand of looks', looks, authority.id, 'looks'),
  open('a strand of consents', consents, authority.id, 'consents'),
  open('a strand of a pharmacy’s entries', ofPharmacy, pharmacy.id, 'entries'),
  open('a strand that is open', entries, pharmacy.id, 'entries', 'STRAND_EXISTS'),
  open(
    'a strand by nobody',
    idOf('strand of nobody', 32),
    hospital.id,
    'entries',
    'KEY_NOT_ON_LEDGER',
    stranger,
  ),
]

export const appendings: readonly Act[] = [
  append('the first leaf', [run(entries, 0, 1)], hospital),
  append('leaves after it', [run(entries, 1, 70)], hospital),
  append('two strands at once', [run(looks, 0, 3), run(consents, 0, 2)], authority),
  append('no leaf at all', [run(ofPharmacy, 0, 0)], pharmacy),
  append('a batch that was sent before', [run(entries, 1, 70)], hospital, 'WRONG_INDEX'),
  append('a batch after a gap', [run(entries, 72, 1)], hospital, 'WRONG_INDEX'),
  append('into another’s strand', [run(entries, 71, 1)], pharmacy, 'NOT_THE_WRITER'),
  append('into no strand', [run(idOf('no strand', 32), 0, 1)], hospital, 'NO_SUCH_STRAND'),
  append(
    'a good run before a bad one',
    [run(ofPharmacy, 0, 4), run(looks, 3, 1)],
    pharmacy,
    'NOT_THE_WRITER',
  ),
]

export const whileSuspended: readonly Act[] = [
  append('by a hospital that is suspended', [run(entries, 71, 1)], hospital, 'KEY_NOT_ON_LEDGER'),
]

export const afterwards: readonly Act[] = [
  append('by a hospital that is active again', [run(entries, 71, 57)], hospital),
]

/** Who keeps charts, and who does not. */
export const openingsByOthers: readonly Act[] = [
  open(
    'a strand by a pharmacy, which runs no node',
    idOf('strand by a pharmacy', 32),
    pharmacy.id,
    'entries',
    'NOT_A_NODE',
    pharmacy,
  ),
  open(
    'a strand by a hospital that runs one',
    idOf('strand by a hospital', 32),
    pharmacy.id,
    'entries',
    undefined,
    hospital,
  ),
]
