/** Every endpoint of identity, as a value. */
import { accountEndpoints } from './api/accounts.ts'
import { developmentEndpoints } from './api/development.ts'
import { licenceEndpoints } from './api/licences.ts'
import { licenceOfficeEndpoints } from './api/licence-office.ts'
import { organisationEndpoints } from './api/organisations.ts'
import { personEndpoints } from './api/person.ts'
import { registrationEndpoints } from './api/registration.ts'
import { secondFactorEndpoints } from './api/second-factor.ts'
import { sessionEndpoints } from './api/sessions.ts'
import { staffEndpoints } from './api/staff.ts'

export * from './api/accounts.ts'
export * from './api/development.ts'
export * from './api/licences.ts'
export * from './api/licence-office.ts'
export * from './api/organisations.ts'
export * from './api/person.ts'
export * from './api/registration.ts'
export * from './api/second-factor.ts'
export * from './api/sessions.ts'
export * from './api/staff.ts'

/** What every installation serves. The development endpoints are served only where the configuration says so. */
export const identityEndpoints = [
  ...accountEndpoints,
  ...sessionEndpoints,
  ...secondFactorEndpoints,
  ...personEndpoints,
  ...organisationEndpoints,
  ...staffEndpoints,
  ...licenceEndpoints,
  ...licenceOfficeEndpoints,
  ...registrationEndpoints,
]
export { developmentEndpoints }
