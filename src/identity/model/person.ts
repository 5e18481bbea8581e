import { z } from 'zod'

import { LANGUAGES } from '#http/model'

/** Administrative sex, in FHIR R4's words (http://hl7.org/fhir/ValueSet/administrative-gender). */
const SEXES = ['female', 'male', 'other', 'unknown'] as const
export const sexSchema = z.enum(SEXES)
export type Sex = z.infer<typeof sexSchema>

export const languageSchema = z.enum(LANGUAGES)

export const themeSchema = z.enum(['light', 'dark', 'system'])
export type Theme = z.infer<typeof themeSchema>

/** A FHIR R4 date: a day, or where only that much is known, a month or a year. */
export const birthDateSchema = z.string().refine(isPartialDate, 'write YYYY, YYYY-MM or YYYY-MM-DD')

/** A name as its owner writes it: one field, for many here have one name, initials, or a village's. */
export const nameSchema = z
  .string()
  .transform((name) => name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(120)
      .regex(/^[\p{L}\p{M}\p{N}\p{Zs}\p{Join_Control}.,'’()/-]+$/u),
  )

export const personSchema = z.strictObject({ name: nameSchema, birthDate: birthDateSchema, sex: sexSchema })
export type PersonDetails = z.infer<typeof personSchema>

/** Whole years on a day (YYYY-MM-DD). Where the birth date is a year only, the birthday may still be to come. */
export function ageOn(birthDate: string, day: string): { readonly years: number; readonly isExact: boolean } {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  const hadBirthday = birthDate.slice(5) <= day.slice(5, birthDate.length)
  return { years: Math.max(0, hadBirthday ? years : years - 1), isExact: birthDate.length === 10 }
}

function isPartialDate(text: string): boolean {
  if (!/^(18[5-9]|19\d|20\d)\d(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(text)) return false
  return text.length < 10 || z.iso.date().safeParse(text).success
}
