/** What somebody says of a licence, checked as the server will. */
import { licenceClaimSchema, type LicenceClaim } from '#identity/model'
import type { Messages } from '../../app/form.ts'

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
  const read = licenceClaimSchema.safeParse(values)
  if (read.success) return {}
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  const fields = LICENCE_FIELDS.filter((field) => wrong.has(field))
  return Object.fromEntries(fields.map((field) => [field, messageFor(field)]))
}

/** Undefined where something is still wrong with it. */
export function toClaim(values: Values): LicenceClaim | undefined {
  return licenceClaimSchema.safeParse(values).data
}
