import type { Actor } from '#http/model'
import type { Bytes } from '#kernel'

import type { Context } from '../context.ts'
import { identityTables } from '../tables.ts'
import {
  answered,
  applications,
  noApplication,
  openApplication,
  requireOthers,
  sealReason,
  type Application,
} from './applications.ts'
import { approve } from './approval.ts'
import { LICENCE_CHANGED } from './projections.ts'
import { licencesOf, type LicenceWithOrder } from './register.ts'
import { sniffScan, type ScanType } from './scan.ts'

export interface WaitingApplication extends Application {
  readonly name: string
  readonly birthDate: string
  /** What the person holds already. */
  readonly licences: readonly LicenceWithOrder[]
}

/** The officer's side of applications. */
export interface LicenceOffice {
  waiting(): Promise<readonly WaitingApplication[]>
  scan(application: string): Promise<{ readonly type: ScanType; readonly bytes: Bytes }>
  /** Issues the practitioner ID, or renews the one with this number; final on the ledger when it resolves. */
  approve(actor: Actor, application: string): Promise<string>
  refuse(actor: Actor, application: string, reason: string): Promise<void>
}

export function openLicenceOffice(context: Context): LicenceOffice {
  const { database, vault } = context
  return {
    waiting: () => waiting(context),
    async scan(application) {
      const row = await identityTables(database)
        .selectFrom('identity.licence_application')
        .select('scan')
        .where('application', '=', application)
        .executeTakeFirst()
      if (!row?.scan) throw noApplication()
      const bytes = vault.unseal('licence-scan', application, row.scan)
      return { bytes, type: sniffScan(bytes) }
    },
    approve: (actor, application) => approve(context, actor, application),
    async refuse(actor, application, reason) {
      await requireOthers(context, actor, application)
      const refused = await identityTables(database)
        .updateTable('identity.licence_application')
        .set({
          state: 'refused',
          reason: sealReason(vault, application, reason),
          decided_by: actor.person,
          decided_at: context.clock.now(),
        })
        .where('application', '=', application)
        .where('state', '=', 'waiting')
        .returning('person')
        .executeTakeFirst()
      if (!refused) throw answered()
      await context.live.publish(refused.person, LICENCE_CHANGED)
    },
  }
}

async function waiting(context: Context): Promise<readonly WaitingApplication[]> {
  const { database, vault, people } = context
  const rows = await applications(database).where('state', '=', 'waiting').orderBy('applied_at').execute()
  const ids = rows.map(({ person }) => person)
  const found = await people.readAll(database, ids)
  const licences = await licencesOf(context, ids)
  const toWaiting = (row: (typeof rows)[number]): WaitingApplication => ({
    ...openApplication(vault, row),
    name: found.get(row.person)?.name ?? '',
    birthDate: found.get(row.person)?.birthDate ?? '',
    licences: licences.filter(({ person }) => person === row.person),
  })
  return rows.map(toWaiting)
}
