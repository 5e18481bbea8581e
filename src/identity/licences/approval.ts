import type { Actor } from '#http/model'
import { DomainError, fromHex, toHex } from '#kernel'
import type { RandomId } from '#ledger/model'

import { submitAsAuthority } from '../authority.ts'
import type { Context } from '../context.ts'
import { newLedgerId } from '../ids.ts'
import { IdentityError, endOfDay, licensePractitioner, renewLicence, type System } from '../model/index.ts'
import { identityTables } from '../tables.ts'
import {
  answered,
  isSameRegister,
  openApplication,
  openClaim,
  requireOthers,
  type Application,
} from './applications.ts'
import { readLicences, toLicence, type Licence } from './store.ts'

/**
 * Issues a practitioner ID, or renews the one with the same registration number. The ID is noted before the ledger is
 * asked, and the ledger's word finds it there: what is broken off in between is taken up where it was.
 */
export async function approve(context: Context, actor: Actor, id: string): Promise<string> {
  const row = await requireOthers(context, actor, id)
  const application = openApplication(context.vault, row)
  const { person, state, system, validUntil } = application
  if (state !== 'waiting') throw answered()
  await refuseStopped(context, person, system)
  const renewed = await licenceWithNumber(context, application, row.number)
  const proposed = renewed ? fromHex(renewed.practitioner) : newLedgerId(context.chance)
  const practitioner = await intend(context, actor, id, proposed)
  const until = endOfDay(validUntil)
  if (renewed)
    await submitAsAuthority(context, renewLicence, {
      practitioner,
      version: renewed.version,
      validUntil: until,
    })
  else await issue(context, practitioner, system, until)
  return toHex(practitioner)
}

async function refuseStopped({ database, clock }: Context, person: string, system: System): Promise<void> {
  const held = await readLicences(database, [person], clock.now())
  if (held.some((licence) => licence.system === system && licence.stoppedAt !== null))
    throw new IdentityError(
      'LICENCE_NOT_ACTIVE',
      'a licence of this person is stopped: it must be reinstated first',
    )
}

/** The licence that this registration number has already; refused where it is somebody else's. */
async function licenceWithNumber(
  { database, vault, clock }: Context,
  application: Application,
  number: Uint8Array,
): Promise<Licence | undefined> {
  const rows = await identityTables(database)
    .selectFrom('identity.licence as l')
    .innerJoin('identity.licence_application as a', 'a.application', 'l.application')
    .selectAll('l')
    .select(['a.application as id', 'a.claim'])
    .where('a.number', '=', number)
    .execute()
  const same = rows.filter(({ id, claim }) => isSameRegister(application, openClaim(vault, id, claim)))
  if (same.some(({ person }) => person !== application.person))
    throw new IdentityError('NUMBER_TAKEN', 'this registration number belongs to another account')
  return same[0] && toLicence(same[0], clock.now())
}

async function intend(
  { database, clock }: Context,
  actor: Actor,
  id: string,
  proposed: RandomId,
): Promise<RandomId> {
  const [intended] = await identityTables(database)
    .updateTable('identity.licence_application')
    .set((set) => ({
      practitioner: set.fn.coalesce('practitioner', set.val(proposed)),
      decided_by: actor.person,
      decided_at: clock.now(),
    }))
    .where('application', '=', id)
    .where('state', '=', 'waiting')
    .returning('practitioner')
    .execute()
  if (!intended?.practitioner) throw answered()
  return intended.practitioner
}

async function issue(
  context: Context,
  practitioner: RandomId,
  system: System,
  validUntil: number,
): Promise<void> {
  const issued = submitAsAuthority(context, licensePractitioner, { practitioner, system, validUntil })
  await issued.catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'PRACTITIONER_EXISTS' ? answered() : error
  })
}
