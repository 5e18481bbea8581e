import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { meOptions } from './session.ts'

/** Where somebody wanted to go before signing in: a page of ours, never another site's. */
export const targetSchema = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined)

/** After signing in: who it is, and then the page that was wanted. Going back does not lead to the form. */
export function useEnter(): (target?: string) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (target = '/') => {
    await queries.fetchQuery({ ...meOptions, staleTime: 0 })
    router.history.replace(target)
  }
}
