import type { z } from 'zod'

import type { Bytes } from '#kernel'

import type { patientSchema } from './model/api/shapes.ts'

export type PatientShape = z.infer<typeof patientSchema>

/** What records need to know of people and houses, from identity. */
export interface Directory {
  organisationName(organisation: Bytes): Promise<string>
  personName(person: string): Promise<string>
  patient(person: string): Promise<PatientShape>
  photo(person: string): Promise<{ readonly bytes: Bytes; readonly type: string } | null>
}
