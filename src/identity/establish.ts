/**
 * What whoever holds the node in hand brings in without asking at each desk: a demonstration, or an operator who moves
 * from another system. It takes the same roads: the ledger approves, the register issues.
 */
import type { Actor, StaffRole } from '#http/model'
import { toHex, type Bytes } from '#kernel'
import type { RandomId } from '#ledger/model'

import type { Context } from './context.ts'
import { openApplications } from './licences/applications.ts'
import { approve } from './licences/approval.ts'
import type { LicenceClaim, OrganisationClaim } from './model/index.ts'
import { openOrganisations } from './organisations/service.ts'
import { identityTables } from './tables.ts'

export interface Establishing {
  /** An organisation that is approved, with its first administrator. */
  organisation(claim: OrganisationClaim, administrator: string): Promise<RandomId>
  /** Staff in a role, as if invited and accepted. */
  staff(organisation: RandomId, person: string, role: StaffRole): Promise<void>
  /** A licence that an officer found in order; answers the practitioner ID. */
  licence(person: string, officer: string, claim: LicenceClaim, scan: Bytes): Promise<string>
}

export function openEstablishing(context: Context): Establishing {
  const organisations = openOrganisations(context)
  return {
    async organisation(claim, administrator) {
      const id = await organisations.register(actorOf(administrator), claim)
      await organisations.approve(toHex(id))
      return id
    },
    async staff(organisation, person, role) {
      await identityTables(context.database)
        .insertInto('identity.membership')
        .values({ organisation, person, role, since: context.clock.now() })
        .onConflict((conflict) => conflict.columns(['organisation', 'person', 'role']).doNothing())
        .execute()
    },
    async licence(person, officer, claim, scan) {
      const applications = openApplications(context)
      const application = await applications.apply(actorOf(person), claim)
      await applications.addScan(actorOf(person), application, scan)
      return approve(context, actorOf(officer), application)
    },
  }
}

/** Somebody without a session: what these services ask of an actor is who it is. */
function actorOf(person: string): Actor {
  return { person, session: '', memberships: [], practitioner: null, officer: false, language: 'en' }
}
