import sharp from 'sharp'

import type { Bytes, Clock } from '#kernel'
import type { Session } from '#storage'

import { IdentityError } from '../model/index.ts'
import { identityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'

const SIDE = 512
const MOST_PIXELS = 50_000_000

export const PHOTO_TYPE = 'image/jpeg'

/** A square JPEG of what a camera sent: turned upright, and without place, time and whatever else a camera writes. */
export async function toPhoto(picture: Bytes): Promise<Bytes> {
  try {
    return await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover', position: 'attention' })
      .flatten({ background: 'white' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch (cause) {
    throw new IdentityError('NOT_A_PICTURE', 'this picture cannot be read: send a JPEG or PNG', { cause })
  }
}

export async function keepPhoto(vault: Vault, clock: Clock, session: Session, person: string, photo: Bytes) {
  const kept = { sealed: vault.seal('photo', person, photo), changed_at: clock.now() }
  await identityTables(session)
    .insertInto('identity.photo')
    .values({ person, ...kept })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(kept))
    .execute()
}

export async function readPhoto(vault: Vault, session: Session, person: string): Promise<Bytes> {
  const query = identityTables(session).selectFrom('identity.photo').select('sealed')
  const row = await query.where('person', '=', person).executeTakeFirst()
  if (!row) throw new IdentityError('NO_SUCH_PHOTO', 'there is no photo')
  return vault.unseal('photo', person, row.sealed)
}

export async function forgetPhoto(session: Session, person: string): Promise<void> {
  await identityTables(session).deleteFrom('identity.photo').where('person', '=', person).execute()
}

export async function peopleWithPhoto(
  session: Session,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const query = identityTables(session).selectFrom('identity.photo').select('person')
  return new Set((await query.where('person', 'in', people).execute()).map(({ person }) => person))
}
