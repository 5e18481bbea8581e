/** The gate: the only place where permissions are made. Each asks the database at that moment; whatever fails, fails closed. */
import { fromHex, toHex, toInstant, type Bytes, type Clock } from '#kernel'
import type { Actor, PractitionerActor } from '#http/model'
import type { Database } from '#storage'

import { ConsentError } from './model/index.ts'
import type { Keyring } from './keyring.ts'
import { Permission, WritePermission } from './permission.ts'
import { inForceSql } from './reach.ts'

/** Whether a person is registered as a patient of an organisation: identity knows. */
export interface Registrations {
  isRegistered(organisation: Bytes, person: string): Promise<boolean>
}

export interface Gate {
  /** A person's own chart. */
  own(actor: Actor): Promise<Permission>
  /** What a consent opens to the practitioner it names, while it is in force. */
  reader(actor: PractitionerActor, consent: Bytes): Promise<Permission>
  /** What an organisation itself wrote about a patient registered there, to its staff. */
  ownWriting(actor: Actor, organisation: Bytes, patient: string): Promise<Permission>
  /** To add to the chart of a patient registered at the organisation. */
  organisationWrites(actor: Actor, organisation: Bytes, patient: string): Promise<WritePermission>
  /** To write the note of a visit, also after it ended: what was begun can be finished with the chart closed. */
  noteWrites(actor: PractitionerActor, consent: Bytes): Promise<WritePermission>
  /** To add one's own documents and readings. */
  patientWrites(actor: Actor): Promise<WritePermission>
  /** To carry a whole source into charts: imports by an operator, in the name of an organisation. */
  importWrites(organisation: Bytes, patient: string): Promise<WritePermission>
}

export interface GatePorts {
  readonly database: Database
  readonly keyring: Keyring
  readonly clock: Clock
  readonly registrations: Registrations
  readonly home: Bytes
}

interface ConsentRow {
  readonly chart: string
  readonly organisation: Bytes
  readonly practitioner: Bytes
  readonly expires_at: number
}

const IN_FORCE = {
  name: 'gate-reader',
  text: `select c.chart, c.organisation, c.practitioner, c.expires_at from consent.consent c
         where c.id = $1 and c.reader = $2 and c.practitioner = $3 and ${inForceSql('$4')}`,
}
const EVER = {
  name: 'gate-note',
  text: `select c.chart, c.organisation, c.practitioner, c.expires_at from consent.consent c
         where c.id = $1 and c.reader = $2 and c.practitioner = $3 and c.granted_at is not null`,
}

export function openGate({ database, keyring, clock, registrations, home }: GatePorts): Gate {
  async function consentOf(
    statement: typeof IN_FORCE,
    actor: PractitionerActor,
    consent: Bytes,
    values: number[],
  ) {
    const practitioner = fromHex(actor.practitioner.id)
    const [row] = await database.rows<ConsentRow>(statement, [consent, actor.person, practitioner, ...values])
    if (!row) throw new ConsentError('NO_SUCH_CONSENT', 'no chart is open to you under this consent')
    return row
  }

  async function requireRegistered(actor: Actor, organisation: Bytes, patient: string): Promise<void> {
    // The endpoint has checked the role; that the patient is registered there is what opens the door to staff.
    if (!isStaffOf(actor, organisation) || !(await registrations.isRegistered(organisation, patient))) {
      throw new ConsentError('NOT_YOURS', 'nobody by that name is registered here')
    }
  }

  async function forOrganisation(
    organisation: Bytes,
    person: string | null,
    chart: string,
  ): Promise<WritePermission> {
    const keys = await keyring.keysOf(chart)
    return new WritePermission(chart, { organisation, person, by: 'organisation' }, keys)
  }

  return {
    async own({ person }) {
      const keys = await keyring.keysOf(person)
      return new Permission(
        person,
        { person, organisation: null, practitioner: null },
        { kind: 'whole' },
        keys,
      )
    },
    async reader(actor, consent) {
      const row = await consentOf(IN_FORCE, actor, consent, [clock.now()])
      const { chart, organisation, practitioner } = row
      const reach = { kind: 'consent', consent, until: toInstant(row.expires_at) } as const
      const keys = await keyring.keysOf(chart)
      return new Permission(chart, { person: actor.person, organisation, practitioner }, reach, keys)
    },
    async ownWriting(actor, organisation, patient) {
      await requireRegistered(actor, organisation, patient)
      const keys = await keyring.keysOf(patient)
      const reader = { person: actor.person, organisation, practitioner: null }
      return new Permission(patient, reader, { kind: 'own-writing', organisation }, keys)
    },
    async organisationWrites(actor, organisation, patient) {
      await requireRegistered(actor, organisation, patient)
      return forOrganisation(organisation, actor.person, patient)
    },
    async noteWrites(actor, consent) {
      const { chart, organisation } = await consentOf(EVER, actor, consent, [])
      return forOrganisation(organisation, actor.person, chart)
    },
    async patientWrites({ person }) {
      const keys = await keyring.keysOf(person)
      return new WritePermission(person, { organisation: home, person, by: 'patient' }, keys)
    },
    importWrites: (organisation, patient) => forOrganisation(organisation, null, patient),
  }
}

function isStaffOf({ memberships }: Actor, organisation: Bytes): boolean {
  const id = toHex(organisation)
  return memberships.some((membership) => membership.organisation === id && membership.active)
}
