import type { Route } from '#http'

import { openPasskeys } from '../accounts/passkeys.ts'
import { openPasswords } from '../accounts/passwords.ts'
import { openSecondFactors } from '../accounts/second-factor.ts'
import { openSessions } from '../accounts/sessions.ts'
import { openSignIns } from '../accounts/sign-in.ts'
import { openSignUps } from '../accounts/sign-up.ts'
import type { Context } from '../context.ts'
import { openQueue } from '../counter/queue.ts'
import { openCounter } from '../counter/service.ts'
import { openApplications } from '../licences/applications.ts'
import { openLicenceOffice } from '../licences/office.ts'
import { openOrders } from '../licences/orders.ts'
import { openRegister } from '../licences/register.ts'
import { openInvitations } from '../organisations/invitations.ts'
import { openOrganisations } from '../organisations/service.ts'
import { openStaff } from '../organisations/staff.ts'
import { openSelves } from '../people/service.ts'
import { secondFactorRoutes, sessionRoutes, signInRoutes, signUpRoutes } from './accounts.ts'
import { counterRoutes, posterRoutes, queueRoutes } from './counter.ts'
import { licenceOfficeRoutes, licenceRoutes, orderRoutes } from './licences.ts'
import { organisationRoutes, staffRoutes } from './organisations.ts'
import { cardRoutes, personRoutes, photoRoutes } from './person.ts'

/** Everything identity answers in every installation. */
export function identityRoutes(context: Context): readonly Route[] {
  return [...accountRoutes(context), ...houseRoutes(context), ...officeRoutes(context)]
}

function accountRoutes(context: Context): readonly Route[] {
  const passwords = openPasswords(context)
  return [
    ...signUpRoutes(openSignUps(context), passwords),
    ...signInRoutes(openSignIns(context)),
    ...sessionRoutes(openSessions(context), passwords),
    ...secondFactorRoutes(openSecondFactors(context), openPasskeys(context, passwords)),
    ...personRoutes(openSelves(context)),
    ...photoRoutes(context),
    ...cardRoutes(context),
  ]
}

function houseRoutes(context: Context): readonly Route[] {
  const organisations = openOrganisations(context)
  return [
    ...organisationRoutes(organisations),
    ...staffRoutes(openStaff(context), openInvitations(context)),
    ...counterRoutes(openCounter(context)),
    ...queueRoutes(openQueue(context)),
    ...posterRoutes(organisations, context),
  ]
}

function officeRoutes(context: Context): readonly Route[] {
  const register = openRegister(context)
  return [
    ...licenceRoutes(openApplications(context), register),
    ...licenceOfficeRoutes(openLicenceOffice(context), register),
    ...orderRoutes(openOrders(context)),
  ]
}
