/**
 * Who is calling, in one statement: the session, the person, where the person works, and whether a licence is in force
 * at that moment. better-auth's own `getSession` costs more than the read it guards, so it is not asked.
 */
import { createSecretKey } from 'node:crypto'

import { z } from 'zod'

import { LANGUAGES, STAFF_ROLES, type Actor, type SessionToken } from '#http/model'
import type { Authenticator } from '#http'
import { toHex, type Clock } from '#kernel'
import type { RandomId } from '#ledger/model'
import type { Database } from '#storage'

import { sessionTokenOf } from './auth/cookie.ts'
import type { Vault } from './vault.ts'

/** Both clocks, the caller's and the database's, and the later counts: what may have ended has ended. */
function nowSql(now: string): string {
  return `greatest(${now}::int8, (extract(epoch from clock_timestamp()) * 1000)::int8)`
}

/**
 * For a statement that folds the session into what it reads: a table `(session, person, language)` of one row while
 * the session named by the token is open, else of none. Both arguments are SQL, as `$1`.
 */
export function sessionSql(token: string, now: string): string {
  return `(select s.id as session, p.person, p.language
    from auth."session" s
    join auth."user" u on u.id = s."userId"
    join identity.person p on p.handle = u.email
    where s.token = ${token} and s."expiresAt" > to_timestamp(${nowSql(now)} / 1000.0) and p.verified_at is not null)`
}

/** Whether a row `l` of identity.licence is in force; the same rule as \`licenceStateAt\`. */
export function licenceSql(l: string, now: string): string {
  return `(${l}.suspended_at is null and coalesce(${l}.held_until, 0) <= ${nowSql(now)} and ${l}.valid_until > ${nowSql(now)})`
}

/** Whether a person practises in an organisation, which is active; both are SQL. The same rule as `toActor`'s. */
export function practisesSql(person: string, organisation: string): string {
  return `exists (select from identity.membership m join identity.organisation h on h.organisation = m.organisation
    where m.organisation = ${organisation} and m.person = ${person} and m.role = 'practitioner' and h.state = 'active')`
}

const rowSchema = z.object({
  session: z.string(),
  person: z.string(),
  language: z.enum(LANGUAGES),
  memberships: z.array(
    z.object({ organisation: z.string(), role: z.enum(STAFF_ROLES), active: z.boolean() }),
  ),
  practitioner: z.string().nullable(),
})

/** The health authority's administrators are its officers. */
const OFFICER = 'administrator'

export function openAuthenticator(ports: {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly authority: RandomId
}): Authenticator {
  const { database, vault, clock } = ports
  const authority = toHex(ports.authority)
  const secret = createSecretKey(vault.secret, 'utf8')
  return {
    sessionTokenOf: (request) => sessionTokenOf(request, secret),
    async actorOf(token: SessionToken) {
      const [row] = await database.rows(ACTOR, [token, clock.now()])
      return row && toActor(rowSchema.parse(row), authority)
    },
  }
}

/** A person with several practitioner IDs in force acts under the one issued first. */
const ACTOR = {
  name: 'identity-actor',
  text: `
    select a.session, a.person, a.language,
      (select coalesce(json_agg(json_build_object(
          'organisation', encode(m.organisation, 'hex'), 'role', m.role, 'active', o.state = 'active')), '[]')
        from identity.membership m join identity.organisation o on o.organisation = m.organisation
        where m.person = a.person) as memberships,
      (select encode(l.practitioner, 'hex') from identity.licence l
        where l.person = a.person and ${licenceSql('l', '$2')}
        order by l.issued_at, l.practitioner limit 1) as practitioner
    from ${sessionSql('$1', '$2')} a`,
}

function toActor(row: z.infer<typeof rowSchema>, authority: string): Actor {
  const { practitioner, memberships, ...who } = row
  const active = memberships.filter((membership) => membership.active)
  const practises = active
    .filter(({ role }) => role === 'practitioner')
    .map(({ organisation }) => organisation)
  return {
    ...who,
    memberships,
    practitioner: practitioner === null ? null : { id: practitioner, organisations: practises },
    officer: active.some(({ organisation, role }) => organisation === authority && role === OFFICER),
  }
}
