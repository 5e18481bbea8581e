/** Roles an organisation gives its staff. */
export const STAFF_ROLES = [
  'administrator',
  'records-clerk',
  'nurse',
  'pharmacist',
  'analyst',
  'practitioner',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Who may call at all. What of a patient or an organisation they then reach is decided by the domain, from values it
 * was given: `session` leaves even the session to the domain's own statement.
 */
export type Caller =
  | { readonly who: 'anyone' }
  | { readonly who: 'session' }
  | { readonly who: 'person' }
  /** With an active licence; where the path names an `:organisation`, one that registered this practitioner. */
  | { readonly who: 'practitioner' }
  | { readonly who: 'officer' }
  /** Staff, in one of these roles, of the organisation that the path names as `:organisation`; practitioners while licensed. */
  | { readonly who: 'staff'; readonly roles: readonly StaffRole[] }
