import { infiniteQueryOptions } from '@tanstack/react-query'
import { looksEndpoint } from '#records/model'
import { call, type Answer } from '../../app/client.ts'

export type Look = Answer<typeof looksEndpoint>['looks'][number]

/** Who looked, a page at a time, newest first. */
export const looksPages = infiniteQueryOptions({
  queryKey: [looksEndpoint.name],
  queryFn: ({ pageParam, signal }) =>
    call(looksEndpoint, { query: pageParam === '' ? {} : { after: pageParam } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next ?? undefined,
  meta: { subjects: ['chart', 'looks', 'visits'] },
})
