/** Every leaf that a block appended, against the one that is kept at its place. */
import { isSame, toHex, type Bytes } from '#kernel'
import type { Session } from '#storage'

import { appendLeaves, openStrands, type Run, type StrandKind } from '../model/index.ts'
import type { AppliedAt } from '../projection.ts'
import type { LeafSource, Stretch } from '../pump.ts'
import type { Finding } from './finding.ts'

/** What kind of thing a leaf of a strand commits to. */
const LEAF_OF: Readonly<Record<StrandKind, 'entry' | 'look' | 'consent'>> = {
  entries: 'entry',
  looks: 'look',
  consents: 'consent',
}

interface Place {
  readonly strand: Bytes
  readonly chart: string
  readonly ordinal: number
  readonly kind: StrandKind
  readonly writer: Bytes
}

const PLACES = {
  text: 'select strand, chart, ordinal, kind, writer from ledger.strand where strand = any($1)',
}

/** `leaf 3 of strand 0 of chart …`, as findings name what lies at a place. */
export function placeName(chart: string, strand: number, index: number): string {
  return `${index} in strand ${strand} of chart ${chart}`
}

export async function* auditLeaves(
  session: Session,
  sources: readonly LeafSource[],
  applied: readonly AppliedAt[],
): AsyncGenerator<Finding, void, undefined> {
  const openings = bodiesOf(applied, openStrands).flatMap((body) => body.openings)
  const runs = bodiesOf(applied, appendLeaves).flatMap((body) => body.runs)
  const ids = [...openings, ...runs].map(({ strand }) => strand)
  if (ids.length === 0) return
  const places = new Map((await session.rows<Place>(PLACES, [ids])).map((row) => [toHex(row.strand), row]))
  for (const { strand, kind, writer } of openings) {
    const place = places.get(toHex(strand))
    if (!place) yield { kind: 'strand', id: toHex(strand), differs: 'the ledger has it, and no chart here' }
    else if (place.kind !== kind || !isSame(place.writer, writer)) {
      yield { kind: 'strand', id: toHex(strand), differs: 'the ledger has it of another kind or writer' }
    }
  }
  for (const run of runs) {
    const place = places.get(toHex(run.strand))
    if (place) yield* auditRun(session, sources, place, run)
  }
}

async function* auditRun(
  session: Session,
  sources: readonly LeafSource[],
  { chart, ordinal, kind }: Place,
  { first, leaves }: Run,
): AsyncGenerator<Finding, void, undefined> {
  const source = sources.find((each) => each.kind === kind)
  if (!source) throw new Error(`nobody keeps the leaves of ${kind}`)
  const stretch = { chart, ordinal, from: first, upto: first + leaves.length }
  for await (const { index, differs } of compare(session, source, stretch, leaves)) {
    yield { kind: LEAF_OF[kind], id: placeName(chart, ordinal, index), differs }
  }
}

interface Difference {
  readonly index: number
  readonly differs: string
}

/** Leaves that are missing leave no gap in what is read: where there are too few, the stretch is halved to find them. */
async function* compare(
  session: Session,
  source: LeafSource,
  stretch: Stretch,
  expected: readonly Bytes[],
): AsyncGenerator<Difference, void, undefined> {
  const { from, upto } = stretch
  const [kept = []] = await source.leaves(session, [stretch])
  if (kept.length === expected.length) {
    for (const [i, leaf] of expected.entries()) {
      const isThere = isSame(leaf, kept[i] ?? new Uint8Array(0))
      if (!isThere) yield { index: from + i, differs: 'the ledger committed to something else' }
    }
  } else if (kept.length === 0) {
    for (let index = from; index < upto; index++)
      yield { index, differs: 'the ledger committed to it, and it is missing' }
  } else {
    const half = Math.floor(expected.length / 2)
    const middle = from + half
    yield* compare(session, source, { ...stretch, upto: middle }, expected.slice(0, half))
    yield* compare(session, source, { ...stretch, from: middle }, expected.slice(half))
  }
}

function bodiesOf<Body>(
  applied: readonly AppliedAt[],
  { type, version, decode }: { readonly type: string; readonly version: number; decode(body: Bytes): Body },
): readonly Body[] {
  return applied
    .filter((each) => each.type === type && each.version === version)
    .map(({ body }) => decode(body))
}
