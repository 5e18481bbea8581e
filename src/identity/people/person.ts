import { z } from 'zod'

import { isHealthId, sexSchema, type HealthId, type PersonDetails, type Theme } from '../model/index.ts'
import type { Language } from '#http/model'

/** A person as this node knows one; everything that identifies lies sealed in the table. */
export interface Person extends PersonDetails {
  readonly person: string
  readonly healthId: HealthId
  readonly language: Language
  readonly theme: Theme
}

/** What the seal holds. Names come from imports too, so no more is asked of them here than to be a text. */
export const sealedPersonSchema = z.strictObject({
  healthId: z.string().refine(isHealthId),
  name: z.string(),
  birthDate: z.string(),
  sex: sexSchema,
})
