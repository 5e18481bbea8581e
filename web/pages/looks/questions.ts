import { infiniteQueryOptions } from '@tanstack/react-query'
import { looksEndpoint } from '#records/model'
import { call } from '../../app/client.ts'

/** Who looked, a page at a time, newest first. */
export const looksPages = infiniteQueryOptions({
  queryKey: [looksEndpoint.name],
  queryFn: ({ pageParam, signal }) =>
    call(looksEndpoint, { query: pageParam === '' ? {} : { after: pageParam } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next ?? undefined,
  meta: { subjects: ['chart', 'looks', 'visits'] },
})
