import { z } from 'zod'

import { ORGANISATION_KINDS } from '#ledger/model'

export const organisationKindSchema = z.enum(ORGANISATION_KINDS)

/** What an organisation says of itself. Its directory entry is public; none of this is on the ledger. */
export const organisationClaimSchema = z.strictObject({
  kind: organisationKindSchema,
  name: z.string().trim().min(2).max(160),
  address: z.string().trim().min(5).max(300),
  place: z.string().trim().min(2).max(80),
  district: z.string().trim().min(2).max(80),
  state: z.string().trim().min(2).max(60),
  /** India Post's six-digit PIN code; the first digit is the zone, 1 to 9. */
  pin: z.string().regex(/^[1-9]\d{5}$/),
  phone: z.string().trim().min(6).max(20),
  /** The number of its registration or licence: establishment, drug licence form 20/21, and the like. */
  registration: z.string().trim().min(1).max(60),
})
export type OrganisationClaim = z.infer<typeof organisationClaimSchema>

export const organisationStateSchema = z.enum(['applied', 'refused', 'active', 'suspended', 'left'])
export type OrganisationState = z.infer<typeof organisationStateSchema>
