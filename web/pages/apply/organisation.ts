/** What an organisation says of itself, checked as the server will. */
import { organisationClaimSchema, type OrganisationClaim } from '#identity/model'
import type { Messages } from '../../app/form.ts'

export const CLAIM_FIELDS = [
  'kind',
  'name',
  'registration',
  'address',
  'place',
  'district',
  'state',
  'pin',
  'phone',
] as const satisfies readonly (keyof OrganisationClaim)[]
export type ClaimField = (typeof CLAIM_FIELDS)[number]
type Values = Readonly<Record<ClaimField, string>>

export const NOTHING_CLAIMED: Values = {
  kind: '',
  name: '',
  registration: '',
  address: '',
  place: '',
  district: '',
  state: '',
  pin: '',
  phone: '',
}

/** Who may be registered by a form: the authority is there from the beginning. */
export const CLAIMABLE = ['hospital', 'clinic', 'laboratory', 'pharmacy', 'insurer'] as const

export function wrongIn(values: Values, messageFor: (field: ClaimField) => string): Messages<ClaimField> {
  const read = organisationClaimSchema.safeParse(values)
  if (read.success) return {}
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  const fields = CLAIM_FIELDS.filter((field) => wrong.has(field))
  return Object.fromEntries(fields.map((field) => [field, messageFor(field)]))
}

/** Undefined where something is still wrong with it. */
export function toClaim(values: Values): OrganisationClaim | undefined {
  return organisationClaimSchema.safeParse(values).data
}
