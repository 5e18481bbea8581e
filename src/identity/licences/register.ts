import { fromHex } from '#kernel'

import type { Context } from '../context.ts'
import { IdentityError, type Order } from '../model/index.ts'
import { identityTables } from '../tables.ts'
import { numberToken, openClaim } from './applications.ts'
import { readLicences, readOrder, toLicence, type Licence } from './store.ts'

/** An entry of the public register. */
export interface RegisterEntry extends Licence {
  readonly name: string
  readonly council: string
  readonly number: string
  readonly qualification: string
  readonly order: Omit<Order, 'text'> | null
}

/** A licence with the order that stopped it. */
export type LicenceWithOrder = Licence & Pick<RegisterEntry, 'order'>

export interface Register {
  /** Anyone may look a practitioner up, as in a council's register. */
  read(practitioner: string): Promise<RegisterEntry>
  /** By practitioner ID or registration number; all, newest first, where nothing is sought. */
  find(text?: string): Promise<readonly RegisterEntry[]>
  of(people: readonly string[]): Promise<readonly LicenceWithOrder[]>
}

export function openRegister(context: Context): Register {
  return {
    async read(practitioner) {
      const [entry] = await entries(context, (query) =>
        query.where('l.practitioner', '=', fromHex(practitioner)),
      )
      if (!entry) throw new IdentityError('NO_SUCH_LICENCE', 'nobody has this practitioner ID')
      return entry
    },
    find(text) {
      if (text === undefined || text === '') return entries(context, (query) => query)
      if (/^[0-9a-f]{32}$/.test(text))
        return entries(context, (query) => query.where('l.practitioner', '=', fromHex(text)))
      return entries(context, (query) => query.where('a.number', '=', numberToken(context.vault, text)))
    },
    of: (people) => licencesOf(context, people),
  }
}

function rowsOf({ database }: Context) {
  return identityTables(database)
    .selectFrom('identity.licence as l')
    .innerJoin('identity.licence_application as a', 'a.application', 'l.application')
    .selectAll('l')
    .select(['a.application as id', 'a.claim', 'a.person as applicant'])
    .orderBy('l.issued_at', 'desc')
    .limit(200)
}

type Rows = ReturnType<typeof rowsOf>

async function entries(context: Context, narrow: (rows: Rows) => Rows): Promise<readonly RegisterEntry[]> {
  const { database, vault, people, clock } = context
  const rows = await narrow(rowsOf(context)).execute()
  const found = await people.readAll(
    database,
    rows.map(({ applicant }) => applicant),
  )
  const toEntry = async (row: (typeof rows)[number]): Promise<RegisterEntry> => {
    const { council, number, qualification } = openClaim(vault, row.id, row.claim)
    const licence = await withOrder(context, toLicence(row, clock.now()))
    return { ...licence, name: found.get(row.applicant)?.name ?? '', council, number, qualification }
  }
  return Promise.all(rows.map(toEntry))
}

/** The licences of these people, with what stopped them. */
export async function licencesOf(
  context: Context,
  people: readonly string[],
): Promise<readonly LicenceWithOrder[]> {
  const licences = await readLicences(context.database, people, context.clock.now())
  return Promise.all(licences.map((licence) => withOrder(context, licence)))
}

async function withOrder({ database, vault }: Context, licence: Licence): Promise<LicenceWithOrder> {
  if (licence.stoppedAt === null) return { ...licence, order: null }
  const order = await readOrder(vault, database, fromHex(licence.practitioner))
  return { ...licence, order: order && { issuer: order.issuer, number: order.number, date: order.date } }
}
