/** What somebody says of a licence, checked as the server will. */
import { licenceClaimSchema, type LicenceClaim } from '#identity/model'
import { wrongFields, type Messages } from '../../app/form.ts'

export const LICENCE_FIELDS = [
  'system',
  'council',
  'number',
  'qualification',
  'registeredIn',
  'validUntil',
] as const satisfies readonly (keyof LicenceClaim)[]
export type LicenceField = (typeof LICENCE_FIELDS)[number]
type Values = Readonly<Record<LicenceField, string>>

export const NO_LICENCE: Values = {
  system: '',
  council: '',
  number: '',
  qualification: '',
  registeredIn: '',
  validUntil: '',
}

export function wrongIn(values: Values, messageFor: (field: LicenceField) => string): Messages<LicenceField> {
  const wrong = wrongFields(licenceClaimSchema, values, LICENCE_FIELDS)
  return Object.fromEntries(wrong.map((field) => [field, messageFor(field)]))
}

/** Undefined where something is still wrong with it. */
export function toClaim(values: Values): LicenceClaim | undefined {
  return licenceClaimSchema.safeParse(values).data
}
