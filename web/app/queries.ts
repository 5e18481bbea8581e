/** What the server answered, kept while a page shows it, and read again when the server says that it changed. */
import { QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Endpoint } from '#http/model'
import { call, type Answer } from './client.ts'
import { isProblem } from './problem.ts'
import type { Input } from './request.ts'

interface Kept {
  /** Other subjects whose changes change this answer too: `consent` for a list of looks. */
  readonly also?: readonly string[]
  /** Reading it is recorded as a look: it is read again when its subject changes, and not merely because news was missed. */
  readonly isLook?: boolean
}

/**
 * Nothing is read again because time passes or a window is looked at: each reading of a chart is a look that the
 * patient sees. The server says when something changed.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: triesAgain,
      },
    },
  })
}

/** For a route's loader: `context.queries.ensureQueryData(answerOptions(endpoint, input))`. */
export function answerOptions<E extends Endpoint>(endpoint: E, input: Input<E>, kept: Kept = {}) {
  return queryOptions({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }): Promise<Answer<E>> => call(endpoint, input, { signal }),
    meta: { subjects: [subjectOf(endpoint.name), ...(kept.also ?? [])], isLook: kept.isLook ?? false },
  })
}

/**
 * A form's submit: what its subject and those in `changes` answered before is read again. That is not waited for: what
 * the form says and does when it is done comes first, since reading again may take the form itself from the page.
 */
export function useSend<E extends Endpoint>(endpoint: E, changes: readonly string[] = []) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<E>) => call(endpoint, input),
    onSuccess: () => void refresh(queries, [subjectOf(endpoint.name), ...changes]),
  })
}

/** Reads again what concerns these subjects and is on a page now; the rest when it is wanted next. */
export async function refresh(queries: QueryClient, subjects: readonly string[]): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ meta }) => subjectsIn(meta).some((subject) => subjects.includes(subject)),
  })
}

/** News was missed: reads again whatever may be read without leaving a look behind. */
export async function refreshAll(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ meta }) => meta?.['isLook'] !== true })
}

/** The subject of an endpoint or of an event: what stands before the first dot. */
export function subjectOf(name: string): string {
  return name.split('.', 1)[0] ?? name
}

function subjectsIn(meta: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const subjects: unknown = meta?.['subjects']
  return Array.isArray(subjects) ? subjects.filter((subject) => typeof subject === 'string') : []
}

const TRIES = 2

/** Only where no answer came: a refusal stays one. */
function triesAgain(failures: number, error: Error): boolean {
  return failures < TRIES && isProblem(error, 'OFFLINE')
}
