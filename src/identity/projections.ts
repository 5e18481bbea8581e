import type { Projection } from '#ledger'

import type { Live } from './context.ts'
import { licenceProjections } from './licences/projections.ts'
import { organisationProjections } from './organisations/projections.ts'

/** What identity's transactions leave in its tables, in the database transaction that writes their block. */
export function identityProjections(live: Live): readonly Projection[] {
  return [...organisationProjections(live), ...licenceProjections(live)]
}
