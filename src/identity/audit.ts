/** The directory of organisations and the register of licences against what the ledger says of them, and made anew from it. */
import { isSame, toHex, type Bytes } from '#kernel'
import type { Finding } from '#ledger'
import { organisations, type RandomId, type StateReader } from '#ledger/model'
import type { Session } from '#storage'

import { HOLD_LASTS, licences, standings, type LedgerLicence } from './model/index.ts'
import { detailsOf } from './organisations/store.ts'
import { identityTables, type IdentityTables } from './tables.ts'
import type { Vault } from './vault.ts'

const ID_BYTES = 16

type OrganisationRow = IdentityTables['identity.organisation']
type LicenceRow = IdentityTables['identity.licence']

/** Those that the ledger has approved or issued, by their ids on it. */
interface OnLedger {
  readonly state: StateReader
  readonly organisations: readonly RandomId[]
  readonly practitioners: readonly RandomId[]
}

export async function auditOrganisations(
  session: Session,
  vault: Vault,
  { state, organisations: ids }: OnLedger,
): Promise<readonly Finding[]> {
  const rows = await identityTables(session).selectFrom('identity.organisation').selectAll().execute()
  const kept = new Set(rows.map(({ organisation }) => toHex(organisation)))
  const missing = ids.map(toHex).filter((id) => !kept.has(id))
  return [
    ...rows.flatMap((row) =>
      organisationDifferences(vault, state, row).map((differs) =>
        named('organisation', row.organisation, differs),
      ),
    ),
    ...missing.map(
      (id) =>
        ({ kind: 'organisation', id, differs: 'the ledger has approved it, and it is missing' }) as const,
    ),
  ]
}

function organisationDifferences(vault: Vault, state: StateReader, row: OrganisationRow): readonly string[] {
  const found = organisations.get(state, row.organisation)
  const isWaiting = row.state === 'applied' || row.state === 'refused'
  if (!found) return isWaiting ? [] : ['the ledger knows nothing of it']
  const version = standings.get(state, row.organisation)?.version ?? 1
  return [
    ...(row.state === found.state ? [] : [`the ledger says that it is ${found.state}`]),
    ...(row.kind === found.kind ? [] : ['the ledger says another kind']),
    ...(row.number === found.number ? [] : ['the ledger says another number']),
    ...(row.version === version ? [] : ['the ledger has changed it another number of times']),
    ...(isDetailed(vault, row, found.details)
      ? []
      : ['it says something else of itself than the ledger committed to']),
  ]
}

function isDetailed(vault: Vault, { organisation, sealed, salt }: OrganisationRow, details: Bytes): boolean {
  try {
    return isSame(detailsOf(salt, vault.unseal('organisation', toHex(organisation), sealed)), details)
  } catch {
    return false
  }
}

interface HeldLicence extends LicenceRow {
  /** Whether the application it came of is the same person's; null where it came of none here. */
  readonly is_applicant: boolean | null
}

const LICENCES = {
  text: `select l.*, (select a.person = l.person from identity.licence_application a where a.application = l.application) as is_applicant
         from identity.licence l`,
}

export async function auditLicences(
  session: Session,
  { state, practitioners }: OnLedger,
): Promise<readonly Finding[]> {
  const rows = await session.rows<HeldLicence>(LICENCES)
  const kept = new Set(rows.map(({ practitioner }) => toHex(practitioner)))
  const missing = practitioners.map(toHex).filter((id) => !kept.has(id))
  return [
    ...rows.flatMap((row) =>
      licenceDifferences(state, row).map((differs) => named('licence', row.practitioner, differs)),
    ),
    ...missing.map(
      (id) => ({ kind: 'licence', id, differs: 'the ledger has issued it, and it is missing' }) as const,
    ),
  ]
}

function licenceDifferences(state: StateReader, row: HeldLicence): readonly string[] {
  const isId = row.practitioner.length === ID_BYTES
  const found = isId ? licences.get(state, row.practitioner) : undefined
  if (!found) return ['the ledger knows nothing of it']
  const { order_commitment: order, ...expected } = toColumns(found)
  const isKept =
    (row.order_commitment === null) === (order === null) &&
    isSame(row.order_commitment ?? NONE, order ?? NONE)
  const standing = row.suspended_at === expected.suspended_at && row.held_until === expected.held_until
  return [
    ...(row.system === expected.system ? [] : ['the ledger says another system']),
    ...(row.issued_at === expected.issued_at ? [] : ['the ledger says another day of issue']),
    ...(row.valid_until === expected.valid_until ? [] : ['the ledger says another end']),
    ...(standing && row.held_at === expected.held_at
      ? []
      : ['the ledger says otherwise whether it is held or suspended']),
    ...(isKept ? [] : ['the ledger names another order']),
    ...(row.version === expected.version ? [] : ['the ledger has changed it another number of times']),
    ...(row.is_applicant === false ? ['it is in another person’s hands than the one who applied'] : []),
  ]
}

const NONE: Bytes = new Uint8Array(0)

/** A licence as the register's table has it. A hold that was lifted has left it; one that lapsed has not. */
function toColumns({ system, issuedAt, validUntil, version, hold, suspension }: LedgerLicence) {
  const held = hold && !suspension && hold.until === hold.since + HOLD_LASTS ? hold : null
  return {
    system,
    issued_at: issuedAt,
    valid_until: validUntil,
    version,
    held_at: held?.since ?? null,
    held_until: held?.until ?? null,
    suspended_at: suspension?.since ?? null,
    order_commitment: suspension?.order ?? held?.order ?? null,
  }
}

/** Makes both anew from the ledger's word. What only this node knows stays: names, reasons, and whose a licence is. */
export async function rebuildDirectory(session: Session, { state, ...ids }: OnLedger): Promise<void> {
  const tables = identityTables(session)
  const rows = await tables.selectFrom('identity.organisation').select(['organisation', 'state']).execute()
  for (const { organisation, state: kept } of rows) {
    const found = organisations.get(state, organisation)
    if (!found && (kept === 'applied' || kept === 'refused')) continue
    const version = standings.get(state, organisation)?.version ?? 1
    const said = found ? { state: found.state, kind: found.kind, number: found.number, version } : UNDECIDED
    await tables
      .updateTable('identity.organisation')
      .set(said)
      .where('organisation', '=', organisation)
      .execute()
  }
  await tables
    .deleteFrom('identity.licence')
    .$if(ids.practitioners.length > 0, (query) => query.where('practitioner', 'not in', ids.practitioners))
    .execute()
  for (const practitioner of ids.practitioners) await rebuildLicence(session, state, practitioner)
}

const UNDECIDED = { state: 'applied', number: null, version: 1, decided_at: null } as const

async function rebuildLicence(session: Session, state: StateReader, practitioner: RandomId): Promise<void> {
  const found = licences.get(state, practitioner)
  if (!found) throw new Error('a licence that the ledger issued is not in its state')
  const tables = identityTables(session)
  const applied = await tables
    .selectFrom('identity.licence_application')
    .select(['person', 'application'])
    .where('practitioner', '=', practitioner)
    .orderBy('applied_at')
    .executeTakeFirst()
  const columns = toColumns(found)
  const whose = { person: applied?.person ?? null, application: applied?.application ?? null }
  await tables
    .insertInto('identity.licence')
    .values({ practitioner, ...whose, ...columns })
    .onConflict((conflict) =>
      conflict.column('practitioner').doUpdateSet({ ...columns, person: whose.person }),
    )
    .execute()
}

function named(kind: 'organisation' | 'licence', id: RandomId, differs: string): Finding {
  return { kind, id: toHex(id), differs }
}
