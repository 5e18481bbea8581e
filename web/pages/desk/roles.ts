import type { StaffRole } from '#http/model'
import { useMe } from '../../app/session.ts'

/** Who adds records, as their endpoints say; a pharmacist sees the queue only. */
const ADDERS: ReadonlySet<StaffRole> = new Set(['administrator', 'records-clerk', 'nurse', 'practitioner'])

export function useMayAdd(organisation: string): boolean {
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  return house?.roles.some((role) => ADDERS.has(role)) ?? false
}
