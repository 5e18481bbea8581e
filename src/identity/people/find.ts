import type { Session } from '#storage'

import type { Identifier } from '../model/index.ts'
import { identityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'

/** The most people who may share a phone or an address; a household here has 4.2 (NFHS-5), a joint family more. */
const MOST_SHARING = 16

/** Whom an identifier may mean: verified accounts only, and by health ID also people without an account. */
export async function findPeople(
  vault: Vault,
  session: Session,
  identifier: Identifier,
): Promise<readonly string[]> {
  const lookup = vault.lookupOf(identifier)
  const query = identifier.channel === 'health-id' ? byHealthId(session, lookup) : byContact(session, lookup)
  return (await query.execute()).map(({ person }) => person)
}

/** Every lookup under which others may have named this person: in an invitation, say. */
export async function lookupsOf(session: Session, person: string): Promise<readonly Uint8Array[]> {
  const tables = identityTables(session)
  const contacts = tables
    .selectFrom('identity.contact')
    .select('lookup')
    .where('person', '=', person)
    .where('verified_at', 'is not', null)
  const card = tables.selectFrom('identity.person').select('health_id as lookup').where('person', '=', person)
  return (await contacts.unionAll(card).execute()).map(({ lookup }) => lookup)
}

function byHealthId(session: Session, lookup: Uint8Array) {
  return identityTables(session)
    .selectFrom('identity.person')
    .select('person')
    .where('health_id', '=', lookup)
    .where((is) => is.or([is('verified_at', 'is not', null), is('handle', 'is', null)]))
}

function byContact(session: Session, lookup: Uint8Array) {
  return identityTables(session)
    .selectFrom('identity.contact as c')
    .innerJoin('identity.person as p', 'p.person', 'c.person')
    .select('p.person')
    .where('c.lookup', '=', lookup)
    .where('c.verified_at', 'is not', null)
    .where('p.verified_at', 'is not', null)
    .orderBy('p.person')
    .limit(MOST_SHARING)
}
