import { infiniteQueryOptions } from '@tanstack/react-query'
import { myOutlineEndpoint, mySearchEndpoint, myTimelineEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'
import type { ChartFilter } from './filter.ts'

export const outlineAnswer = answerOptions(myOutlineEndpoint, {})

export const searchAnswer = (q: string) => answerOptions(mySearchEndpoint, { query: { q } })

/** A screen at first, then as many as are given at once. */
const [FIRST, REST] = [50, 200]

export const timelinePages = (filter: ChartFilter) =>
  infiniteQueryOptions({
    queryKey: [myTimelineEndpoint.name, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        myTimelineEndpoint,
        {
          query: {
            ...filter,
            ...(pageParam === '' ? { most: FIRST } : { most: REST, after: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    meta: { subjects: ['chart'] },
  })
