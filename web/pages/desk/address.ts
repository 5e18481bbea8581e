/** What the address of the counter says: who was chosen, and what is done. */
import { z } from 'zod'

export const VIEWS = ['token', 'documents', 'fhir', 'wrote'] as const
export type View = (typeof VIEWS)[number]

export const addressSchema = z.object({
  person: z.uuid().optional().catch(undefined),
  /** A registration that waits for the patient's code. */
  request: z.uuid().optional().catch(undefined),
  view: z.enum(VIEWS).optional().catch(undefined),
})
export type Address = z.infer<typeof addressSchema>

export function deskHref(organisation: string, address: Address = {}): string {
  const given = Object.entries(address).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const search = new URLSearchParams(given).toString()
  return `/desk/${organisation}${search === '' ? '' : `?${search}`}`
}
