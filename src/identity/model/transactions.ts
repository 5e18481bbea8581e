import {
  licensePractitioner,
  reinstateLicence,
  renewLicence,
  suspendLicence,
} from './licence-transactions.ts'
import {
  approveOrganisation,
  reinstateOrganisation,
  suspendOrganisation,
} from './organisation-transactions.ts'

export * from './licence-transactions.ts'
export * from './organisation-transactions.ts'

export const identityTransactions = [
  approveOrganisation,
  suspendOrganisation,
  reinstateOrganisation,
  licensePractitioner,
  renewLicence,
  suspendLicence,
  reinstateLicence,
] as const
