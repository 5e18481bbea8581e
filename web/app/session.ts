/** Who is signed in here, and what follows from it everywhere: their language and colours, and news. */
import { queryOptions, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SECOND } from '#kernel'
import { meEndpoint, settingsEndpoint, type Me } from '#identity/model'
import { call } from './client.ts'
import { Live } from './live.ts'
import { isProblem } from './problem.ts'
import { refresh, refreshAll, subjectOf } from './queries.ts'
import { changeSettings, currentSettings, type Settings } from './settings.ts'

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

const SAVING = ['settings']

/** Changes language or colours here, and for the person wherever they sign in: one change after the other. */
export function useChangeSettings(): (changed: Partial<Settings>) => void {
  const me = useMe()
  const queries = useQueryClient()
  const saving = useMutation({
    mutationKey: SAVING,
    scope: { id: 'settings' },
    mutationFn: (body: Settings) => call(settingsEndpoint, { body }),
    onSuccess: (_, kept) =>
      queries.setQueryData(meOptions.queryKey, (known) => known && { ...known, ...kept }),
  })
  return (changed) => {
    changeSettings(changed)
    if (me) saving.mutate(currentSettings())
  }
}

/** The person's own language and colours, as soon as they are known; what is on its way there counts more. */
export function useOwnSettings(): void {
  const me = useMe()
  const isSaving = useIsMutating({ mutationKey: SAVING }) > 0
  useEffect(() => {
    if (me && !isSaving) changeSettings({ language: me.language, theme: me.theme })
  }, [me, isSaving])
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
      signedOut: askToSignIn,
      refused: () => void askIfNobody(),
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

/** Somebody ends the session here: after that the first page is loaded anew, so that nothing of what was shown stays in memory. */
export async function leaveAfter(ending: () => Promise<unknown>): Promise<void> {
  isLeaving = true
  try {
    await ending()
    location.assign('/')
  } catch (error) {
    isLeaving = false
    throw error
  }
}

let isLeaving = false

/** The session is over without anybody's doing here: says so, and leads back to this page after signing in. */
export function askToSignIn(): void {
  if (isLeaving) return
  const here = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?over=true&to=${here}`)
}

/** A page that was left open over night finds out here. */
async function askIfNobody(): Promise<void> {
  const me = await readMe({ signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined)
  if (me === null) askToSignIn()
}

const PATIENCE = 10 * SECOND

async function readMe({ signal }: { readonly signal: AbortSignal }): Promise<Me | null> {
  if (isNobodyHere()) return null
  try {
    return await call(meEndpoint, {}, { signal })
  } catch (error) {
    if (isProblem(error, 'SIGN_IN_FIRST')) return null
    throw error
  }
}

/** The server says so on the page where no session came with its asking. It counts once: then somebody may have signed in. */
function isNobodyHere(): boolean {
  const mark = document.querySelector('meta[name="signed-in"]')
  mark?.remove()
  return mark !== null
}
