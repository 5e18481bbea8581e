import type { Instant } from '#kernel'
import type { Session } from '#storage'

import type { Applied, Authority, TransactionType } from './model/index.ts'

/** Where and when a transaction was applied. */
export interface Placed {
  readonly height: number
  readonly position: number
  readonly time: Instant
}

export type AppliedAt = Applied & Placed

export interface Event<Body> extends Placed {
  readonly body: Body
  readonly authority: Authority
}

/** What transactions of one type leave in a domain's tables, in the database transaction that writes their block. */
export interface Projection {
  readonly type: string
  readonly version: number
  project(session: Session, applied: readonly AppliedAt[]): Promise<void>
}

/** A projection that writes event by event. */
export function defineProjection<Body>(
  transaction: TransactionType<Body>,
  write: (session: Session, event: Event<Body>) => Promise<void>,
): Projection {
  return defineBatchProjection(transaction, async (session, events) => {
    for (const event of events) await write(session, event)
  })
}

/** A projection that writes what follows one another in a block in one go. */
export function defineBatchProjection<Body>(
  transaction: TransactionType<Body>,
  write: (session: Session, events: readonly Event<Body>[]) => Promise<void>,
): Projection {
  const { type, version } = transaction
  return {
    type,
    version,
    project: (session, applied) =>
      write(
        session,
        applied.map((each) => ({ ...each, body: transaction.decode(each.body) })),
      ),
  }
}

/** All projections as one: writes what a block leaves, in its order. */
export function projectAll(projections: readonly Projection[]): Projection['project'] {
  const byName = Map.groupBy(projections, nameOf)
  return async (session, applied) => {
    for (const run of runsOf(applied)) {
      const [first] = run
      const readers = first ? (byName.get(nameOf(first)) ?? []) : []
      for (const projection of readers) await projection.project(session, run)
    }
  }
}

function runsOf(applied: readonly AppliedAt[]): readonly (readonly AppliedAt[])[] {
  const runs: AppliedAt[][] = []
  for (const each of applied) {
    const last = runs.at(-1)
    if (last?.[0] && nameOf(last[0]) === nameOf(each)) last.push(each)
    else runs.push([each])
  }
  return runs
}

function nameOf({ type, version }: { readonly type: string; readonly version: number }): string {
  return `${type}.${version}`
}
