/** Who is signed in here, and what follows from it everywhere: their language and colours, and news. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meEndpoint, settingsEndpoint, type Me } from '#identity/model'
import { call } from './client.ts'
import { Live } from './live.ts'
import { isProblem } from './problem.ts'
import { refresh, refreshAll, subjectOf } from './queries.ts'
import { changeSettings, type Settings } from './settings.ts'

/** Me, or null where nobody is signed in. For loaders: `context.queries.ensureQueryData(meOptions)`. */
export const meOptions = queryOptions({
  queryKey: [meEndpoint.name],
  queryFn: readMe,
  meta: { subjects: ['me', 'licence', 'membership', 'organisation'] },
})

/** Me; null where nobody is signed in; undefined while that is not known yet. */
export function useMe(): Me | null | undefined {
  return useQuery(meOptions).data
}

/** Changes language or colours here, and for the person wherever they sign in. */
export function useChangeSettings(): (changed: Partial<Settings>) => void {
  const me = useMe()
  return (changed) => {
    changeSettings(changed)
    if (me) void call(settingsEndpoint, { body: { language: me.language, theme: me.theme, ...changed } })
  }
}

/** The person's own language and colours, as soon as they are known. */
export function useOwnSettings(): void {
  const me = useMe()
  useEffect(() => {
    if (me) changeSettings({ language: me.language, theme: me.theme })
  }, [me])
}

/** News while somebody is signed in. Answers whether it arrives. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const person = useMe()?.person
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    if (person === undefined) return undefined
    const live = new Live({
      changed: ({ kind }) => void refresh(queries, [subjectOf(kind)]),
      missed: () => void refreshAll(queries),
      signedOut: leave,
      connected: setConnected,
    })
    const hurry = () => live.hurry()
    addEventListener('online', hurry)
    return () => {
      removeEventListener('online', hurry)
      live.close()
    }
  }, [person, queries])
  return connected
}

/** Loads the first page anew, so that nothing of what was shown stays in memory. */
export function leave(): void {
  location.assign('/')
}

async function readMe({ signal }: { readonly signal: AbortSignal }): Promise<Me | null> {
  try {
    return await call(meEndpoint, {}, { signal })
  } catch (error) {
    if (isProblem(error, 'SIGN_IN_FIRST')) return null
    throw error
  }
}
