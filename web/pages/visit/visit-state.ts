import { useQuery, useQueryClient, useSuspenseQuery, type Query } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { systemClock } from '#kernel'
import { isProblem } from '../../app/problem.ts'
import { refresh } from '../../app/queries.ts'
import { useMe } from '../../app/session.ts'
import { useNow } from '../../ui/index.ts'
import { mayPractise, visitsAnswer, type Visit } from '../visits/questions.ts'
import { draftAnswer, forgetChart, isOfChart } from './questions.ts'

const NOT_FOUND = 404

/** Why the page is dark. `closed`: the server answers no longer, and the list of visits does not say why. */
type Ending = 'revoked' | 'ended' | 'closed'

export type VisitState =
  | { readonly open: true; readonly visit: Visit }
  | { readonly open: false; readonly why: Ending; readonly visit: Visit | undefined }

/**
 * Whether the chart is open to me now: by the list of visits and by my licence, which news brings up to date, by the
 * clock, and by every answer. Where any of them says no, the page is dark and nothing of the chart is left in memory.
 */
export function useVisitState(consent: string): VisitState {
  const queries = useQueryClient()
  const visit = useSuspenseQuery(visitsAnswer).data.visits.find((known) => known.consent === consent)
  const isOver = useIsPast(visit?.until ?? 0)
  const isRefused = useRefusal(consent)
  const me = useMe()
  const isStopped = !me || !mayPractise(me)
  const state = stateOf(visit, isOver, isRefused || isStopped)
  useEffect(() => {
    if (!state.open) forgetChart(queries, consent)
  }, [consent, queries, state.open])
  return state
}

/**
 * Whether this visit was ever given to me; undefined until that is known. One of long ago stands in no list, and its
 * note can be read all the same.
 */
export function useIsKnown(consent: string, { visit }: VisitState): boolean | undefined {
  const { data, error } = useQuery({ ...draftAnswer(consent), enabled: visit === undefined })
  if (visit || data) return true
  return error ? !(isProblem(error) && error.details.status === NOT_FOUND) : undefined
}

function stateOf(visit: Visit | undefined, isOver: boolean, isRefused: boolean): VisitState {
  if (visit?.state === 'granted' && !isOver && !isRefused) return { open: true, visit }
  return { open: false, why: endingOf(visit, isOver), visit }
}

function endingOf(visit: Visit | undefined, isOver: boolean): Ending {
  if (visit?.state === 'revoked') return 'revoked'
  return visit?.state === 'ended' || (visit !== undefined && isOver) ? 'ended' : 'closed'
}

/** Also where the instant changes: a visit that the list learns of only now has not passed because none was known. */
function useIsPast(instant: number): boolean {
  const now = useNow()
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(instant), Math.max(0, instant - systemClock.now()))
    return () => clearTimeout(timer)
  }, [instant])
  return passed >= instant || now >= instant
}

/** What the server says where a consent, a licence or a session is no longer in force. */
const REFUSALS: ReadonlySet<string> = new Set([
  'NO_SUCH_CONSENT',
  'NOT_IN_FORCE',
  'LICENCE_NOT_ACTIVE',
  'NOT_ALLOWED',
  'SIGN_IN_FIRST',
])

/** Whether any reading of this chart was refused. The list of visits is then read again, for it says why. */
function useRefusal(consent: string): boolean {
  const queries = useQueryClient()
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    const notice = (query: Query) => {
      if (!isOfChart(query.queryKey, consent) || !isRefusal(query.state.error)) return
      setRefused(true)
      void refresh(queries, ['visits'])
    }
    return queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.query)
    })
  }, [consent, queries])
  return refused
}

function isRefusal(error: unknown): boolean {
  return isProblem(error) && REFUSALS.has(error.code)
}
