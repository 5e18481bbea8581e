import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { z } from 'zod'
import type { Me } from '#identity/model'
import { doorsOf } from '../pages/work/doors.ts'
import { meOptions } from './session.ts'

/** Where somebody wanted to go before signing in: a page of ours, never another site's. */
export const targetSchema = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined)

/** After signing in: who it is, and then the page that was wanted, or where one works. Going back does not lead to the form. */
export function useEnter(): (target?: string) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (target) => {
    const me = await queries.fetchQuery({ ...meOptions, staleTime: 0 })
    router.history.replace(target ?? (me ? firstDoorOf(me) : '/'))
  }
}

/** Whoever works here mostly comes to work; one's own chart is the other door. */
function firstDoorOf(me: Me): string {
  const [own, work] = doorsOf(me)
  return (work ?? own)?.href ?? '/'
}
