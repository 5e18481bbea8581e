/**
 * What a visit reads. Each reading of a chart is a look: nothing is fetched ahead, nothing is read again by itself, and
 * nothing stays in memory once no page shows it.
 */
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import {
  noteDraftEndpoint,
  visitEndpoint,
  visitEntryEndpoint,
  visitOutlineEndpoint,
  visitSearchEndpoint,
  visitTimelineEndpoint,
} from '#records/model'
import type { Kind } from '#consent/model'
import { call, type Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'

export type FirstScreen = Answer<typeof visitEndpoint>
export type Patient = FirstScreen['patient']
export type Outline = Answer<typeof visitOutlineEndpoint>

export interface Filter {
  readonly kind?: Kind[]
  readonly place?: string
  readonly year?: number
}

const PAGE = 50
const LOOK = { gcTime: 0, meta: { subjects: [], isLook: true } } as const

export function firstScreenAnswer(consent: string) {
  return queryOptions({ ...answerOptions(visitEndpoint, { params: { consent } }), ...LOOK })
}

export function outlineAnswer(consent: string) {
  return queryOptions({ ...answerOptions(visitOutlineEndpoint, { params: { consent } }), ...LOOK })
}

export function entryAnswer(consent: string, entry: string) {
  return queryOptions({ ...answerOptions(visitEntryEndpoint, { params: { consent, entry } }), ...LOOK })
}

export function searchAnswer(consent: string, q: string) {
  return queryOptions({
    ...answerOptions(visitSearchEndpoint, { params: { consent }, query: { q } }),
    ...LOOK,
  })
}

export function timelineAnswer(consent: string, filter: Filter) {
  const params = { consent }
  return infiniteQueryOptions({
    queryKey: [visitTimelineEndpoint.name, { params, query: filter }],
    queryFn: ({ pageParam, signal }) =>
      call(
        visitTimelineEndpoint,
        { params, query: { ...filter, most: PAGE, ...(pageParam !== '' && { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    ...LOOK,
  })
}

/** The doctor's own words: they outlive the consent. Read when the page opens, and kept by the page from then on. */
export function draftAnswer(consent: string) {
  return queryOptions({
    ...answerOptions(noteDraftEndpoint, { params: { consent } }),
    gcTime: 0,
    meta: { subjects: [] },
  })
}

const CHART = new Set(
  [visitEndpoint, visitOutlineEndpoint, visitEntryEndpoint, visitSearchEndpoint, visitTimelineEndpoint].map(
    ({ name }): string => name,
  ),
)

const keySchema = z.tuple([z.string(), z.object({ params: z.object({ consent: z.string() }) })])

/** Whether a query is of the chart that this consent opens. */
export function isOfChart(queryKey: readonly unknown[], consent: string): boolean {
  const key = keySchema.safeParse(queryKey)
  return key.success && CHART.has(key.data[0]) && key.data[1].params.consent === consent
}

/** Nothing of the chart stays: neither what was read nor what is on its way. */
export function forgetChart(queries: QueryClient, consent: string): void {
  const ofChart = {
    predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => isOfChart(queryKey, consent),
  }
  void queries.cancelQueries(ofChart)
  queries.removeQueries(ofChart)
}
