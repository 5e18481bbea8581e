import type { Actor } from '#http/model'
import { fromUtf8, toUtf8, type Bytes } from '#kernel'
import type { Session } from '#storage'

import type { Context } from '../context.ts'
import { newUuid } from '../ids.ts'
import {
  IdentityError,
  endOfDay,
  licenceClaimSchema,
  type ApplicationState,
  type LicenceClaim,
} from '../model/index.ts'
import { identityTables, type IdentityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'
import { readLicences } from './store.ts'
import { sniffScan } from './scan.ts'

type Row = IdentityTables['identity.licence_application']

export interface Application extends LicenceClaim {
  readonly application: string
  readonly person: string
  readonly state: ApplicationState
  readonly appliedAt: number
  readonly decidedAt: number | null
  readonly reason: string | null
}

/** The applicant's side. */
export interface Applications {
  /** Begins an application; one that has no scan yet is begun anew. */
  apply(actor: Actor, claim: LicenceClaim): Promise<string>
  /** Adds the scan and hands the application in. */
  addScan(actor: Actor, application: string, scan: Bytes): Promise<void>
  mine(actor: Actor): Promise<readonly Application[]>
}

export function openApplications(context: Context): Applications {
  const { database, vault } = context
  return {
    apply: (actor, claim) => apply(context, actor, claim),
    async addScan({ person }, application, scan) {
      const added = await identityTables(database)
        .updateTable('identity.licence_application')
        .set({
          scan: vault.seal('licence-scan', application, scan),
          scan_type: sniffScan(scan),
          state: 'waiting',
        })
        .where('application', '=', application)
        .where('person', '=', person)
        .where('state', '=', 'draft')
        .returning('application')
        .execute()
      if (added.length === 0) throw noApplication()
    },
    async mine({ person }) {
      const rows = await applications(database)
        .where('person', '=', person)
        .orderBy('applied_at', 'desc')
        .execute()
      return rows.map((row) => openApplication(vault, row))
    },
  }
}

/** Rows without their scans, which are large. */
export function applications(session: Session) {
  return identityTables(session)
    .selectFrom('identity.licence_application')
    .select([
      'application',
      'person',
      'claim',
      'state',
      'applied_at',
      'decided_at',
      'reason',
      'number',
      'practitioner',
    ])
}

export function openApplication(
  vault: Vault,
  row: Pick<Row, 'application' | 'person' | 'claim' | 'state' | 'applied_at' | 'decided_at' | 'reason'>,
): Application {
  const { application, person, state } = row
  return {
    ...openClaim(vault, application, row.claim),
    application,
    person,
    state,
    appliedAt: row.applied_at,
    decidedAt: row.decided_at,
    reason: row.reason && fromUtf8(vault.unseal('reason', application, row.reason)),
  }
}

export function openClaim(vault: Vault, application: string, sealed: Uint8Array): LicenceClaim {
  return licenceClaimSchema.parse(vault.unsealJson('licence-claim', application, sealed))
}

export function sealReason(vault: Vault, application: string, reason: string): Uint8Array {
  return vault.seal('reason', application, toUtf8(reason))
}

export function noApplication(): IdentityError {
  return new IdentityError('NO_SUCH_APPLICATION', 'there is no such application')
}

/** The application, if it is not the officer's own: nobody decides on themselves. */
export async function requireOthers({ database }: Context, { person }: Actor, application: string) {
  const row = await applications(database).where('application', '=', application).executeTakeFirst()
  if (!row || row.state === 'draft') throw noApplication()
  if (row.person === person)
    throw new IdentityError('OWN_LICENCE', 'another officer decides on your own licence')
  return row
}

export function answered(): IdentityError {
  return new IdentityError('ALREADY_ANSWERED', 'an officer answered this before')
}

async function apply(context: Context, { person }: Actor, claim: LicenceClaim): Promise<string> {
  const { database, vault, clock, chance } = context
  const now = clock.now()
  if (endOfDay(claim.validUntil) <= now)
    throw new IdentityError('ALREADY_EXPIRED', 'this licence has run out')
  const held = await readLicences(database, [person], now)
  if (held.some(({ system, stoppedAt }) => system === claim.system && stoppedAt !== null))
    throw new IdentityError('LICENCE_NOT_ACTIVE', 'your licence is stopped: it must be reinstated first')
  const application = newUuid(chance)
  const row = {
    application,
    person,
    system: claim.system,
    valid_until: endOfDay(claim.validUntil),
    number: numberToken(vault, claim.number),
    claim: vault.sealJson('licence-claim', application, claim),
    state: 'draft',
    applied_at: now,
  } as const
  await database.transaction((session) => replaceDraft(session, row))
  return application
}

async function replaceDraft(
  session: Session,
  row: Pick<Row, 'application' | 'person' | 'system' | 'valid_until' | 'number' | 'claim' | 'applied_at'>,
) {
  const tables = identityTables(session)
  await tables
    .deleteFrom('identity.licence_application')
    .where('person', '=', row.person)
    .where('system', '=', row.system)
    .where('state', '=', 'draft')
    .execute()
  const inserted = await tables
    .insertInto('identity.licence_application')
    .values({ ...row, state: 'draft' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('application')
    .execute()
  if (inserted.length === 0)
    throw new IdentityError('ALREADY_APPLIED', 'your application waits for an officer')
}

/** What finds a registration number again, however it is written. */
export function numberToken(vault: Vault, number: string): Uint8Array {
  return vault.tokenOf('licence-number', plain(number))
}

/** Whether two claims are of one register: councils spell their names in many ways, so their state tells. */
export function isSameRegister(one: LicenceClaim, other: LicenceClaim): boolean {
  return one.system === other.system && plain(one.registeredIn) === plain(other.registeredIn)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
