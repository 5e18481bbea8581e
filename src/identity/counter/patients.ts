import type { RandomId } from '#ledger/model'
import type { Session } from '#storage'

import type { Context } from '../context.ts'
import { IdentityError, formatHealthId, type PersonDetails } from '../model/index.ts'
import { peopleWithPhoto } from '../people/photos.ts'
import { identityTables, type IdentityTables } from '../tables.ts'

/** A patient as the staff of an organisation see one: what the patient can say, and the face. */
export interface Patient extends PersonDetails {
  readonly person: string
  readonly healthId: string
  readonly hasPhoto: boolean
}

export async function readPatients(
  { people }: Pick<Context, 'people'>,
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Patient>> {
  const found = await people.readAll(session, ids)
  const withPhoto = await peopleWithPhoto(session, ids)
  const patients = [...found.values()].map(({ person, name, birthDate, sex, healthId }) => {
    const hasPhoto = withPhoto.has(person)
    return [person, { person, name, birthDate, sex, healthId: formatHealthId(healthId), hasPhoto }] as const
  })
  return new Map(patients)
}

export async function isRegistered(
  session: Session,
  organisation: RandomId,
  person: string,
): Promise<boolean> {
  const row = await identityTables(session)
    .selectFrom('identity.registration')
    .select('since')
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function requireRegistered(
  session: Session,
  organisation: RandomId,
  person: string,
): Promise<void> {
  if (await isRegistered(session, organisation, person)) return
  throw new IdentityError('NO_SUCH_PATIENT', 'nobody by that name is registered here')
}

/** From now on the organisation's staff may add to the chart, and read what the organisation itself wrote. */
export async function register(
  session: Session,
  row: IdentityTables['identity.registration'],
): Promise<void> {
  await identityTables(session)
    .insertInto('identity.registration')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisation', 'person']).doNothing())
    .execute()
}
