import type { Authenticator } from './authenticator.ts'
import { HttpError } from './errors.ts'
import { isPractitioner, type PractitionerActor, type SessionToken } from './model/index.ts'

/** Who a session is, for an endpoint that left the session to its own statement; refused as admission refuses. */
export async function practitionerOf(
  authenticator: Authenticator,
  token: SessionToken,
): Promise<PractitionerActor> {
  const actor = await authenticator.actorOf(token)
  if (!actor) throw new HttpError('SIGN_IN_FIRST')
  if (!isPractitioner(actor)) throw new HttpError('NOT_ALLOWED')
  return actor
}
