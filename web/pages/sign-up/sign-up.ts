/** What somebody says to have an account, checked as the server will, so that it is said beside the field. */
import { birthDateSchema, nameSchema, parseContact, type Sex } from '#identity/model'
import type { Messages } from '../../app/form.ts'

const NAMES = ['name', 'birthDate', 'sex', 'contact', 'password'] as const
export type SignUpName = (typeof NAMES)[number]
type Values = Readonly<Record<SignUpName, string>>

export const NOTHING_YET: Values = { name: '', birthDate: '', sex: '', contact: '', password: '' }

/** `unknown` is for those who cannot be asked. */
export const SIGN_UP_SEXES = ['female', 'male', 'other'] as const

const SHORTEST_PASSWORD = 8

const CHECKS: Readonly<Record<SignUpName, (value: string) => boolean>> = {
  name: (value) => nameSchema.safeParse(value).success,
  birthDate: (value) => birthDateSchema.safeParse(value).success,
  sex: (value) => sexOf(value) !== undefined,
  contact: isContact,
  password: (value) => value.length >= SHORTEST_PASSWORD,
}

export function wrongIn(values: Values, messageFor: (name: SignUpName) => string): Messages<SignUpName> {
  const wrong = NAMES.filter((name) => !CHECKS[name](values[name]))
  return Object.fromEntries(wrong.map((name) => [name, messageFor(name)]))
}

/** As it is sent; `sex` was chosen, or it would not be. */
export function toDetails({ sex, ...values }: Values): Omit<Values, 'sex'> & { readonly sex: Sex } {
  return { ...values, sex: sexOf(sex) ?? 'unknown' }
}

export function isContact(typed: string): boolean {
  try {
    parseContact(typed)
    return true
  } catch {
    return false
  }
}

function sexOf(value: string): Sex | undefined {
  return SIGN_UP_SEXES.find((sex) => sex === value)
}
