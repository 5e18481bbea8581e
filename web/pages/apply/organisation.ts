/** What an organisation says of itself, checked as the server will. */
import { organisationClaimSchema, type OrganisationClaim } from '#identity/model'
import { wrongFields, type Messages } from '../../app/form.ts'

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
  const wrong = wrongFields(organisationClaimSchema, values, CLAIM_FIELDS)
  return Object.fromEntries(wrong.map((field) => [field, messageFor(field)]))
}

/** Undefined where something is still wrong with it. */
export function toClaim(values: Values): OrganisationClaim | undefined {
  return organisationClaimSchema.safeParse(values).data
}
