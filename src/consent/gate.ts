/** The gate: the only place where permissions are made. Each asks the database at that moment; whatever fails, fails closed. */
import { fromHex, toHex, toInstant, type Bytes, type Clock } from '#kernel'
import type { Actor, PractitionerActor } from '#http/model'
import type { Database } from '#storage'

import { ConsentError } from './model/index.ts'
import type { Keyring } from './keyring.ts'
import { Permission, WritePermission } from './permission.ts'
import { inForceSql } from './reach.ts'
import type { LookBook } from './looks.ts'
import { openReader, type EntryStatement, type EntryReader } from './read-one.ts'

/** Whether a person is registered as a patient of an organisation: identity knows. */
export interface Registrations {
  isRegistered(organisation: Bytes, person: string): Promise<boolean>
}

export interface Gate {
  /** A person's own chart. */
  own(actor: Actor): Promise<Permission>
  /** A patient's chart for this subject itself, to say what a request would open. Not for answering anybody. */
  ofPatient(person: string): Promise<Permission>
  /** A patient's chart for whoever operates this node and takes it out: a look says so. */
  operator(person: string): Promise<Permission>
  /** What a consent opens to the practitioner it names, while it is in force. */
  reader(actor: PractitionerActor, consent: Bytes): Promise<Permission>
  /** For reading one entry under a consent: checked, read and written down in one statement. */
  readerOf<Row extends object>(statement: EntryStatement): EntryReader<Row>
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
  readonly looks: LookBook
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

export function openGate(ports: GatePorts): Gate {
  return { ...readingGate(ports), ...writingGate(ports) }
}

type Reading = 'own' | 'ofPatient' | 'operator' | 'reader' | 'readerOf' | 'ownWriting'

function readingGate(ports: GatePorts): Pick<Gate, Reading> {
  const { keyring, clock } = ports

  async function whole(chart: string, person: string | null = chart): Promise<Permission> {
    const reader = { person, organisation: null, practitioner: null }
    return new Permission(chart, reader, { kind: 'whole' }, await keyring.keysOf(chart))
  }

  return {
    own: ({ person }) => whole(person),
    ofPatient: (person) => whole(person),
    operator: (person) => whole(person, null),
    async reader(actor, consent) {
      const row = await consentOf(ports, IN_FORCE, actor, consent, [clock.now()])
      const { chart, organisation, practitioner } = row
      const reader = { person: actor.person, organisation, practitioner }
      const reach = { kind: 'consent', consent, until: toInstant(row.expires_at) } as const
      return new Permission(chart, reader, reach, await keyring.keysOf(chart))
    },
    readerOf: (statement) => openReader(ports, statement),
    async ownWriting(actor, organisation, patient) {
      await requireRegistered(ports, actor, organisation, patient)
      const reader = { person: actor.person, organisation, practitioner: null }
      const keys = await keyring.keysOf(patient)
      return new Permission(patient, reader, { kind: 'own-writing', organisation }, keys)
    },
  }
}

function writingGate(ports: GatePorts): Omit<Gate, Reading> {
  const { keyring, home } = ports

  async function forOrganisation(organisation: Bytes, person: string | null, chart: string) {
    const keys = await keyring.keysOf(chart)
    return new WritePermission(chart, { organisation, person, by: 'organisation' }, keys)
  }

  return {
    async organisationWrites(actor, organisation, patient) {
      await requireRegistered(ports, actor, organisation, patient)
      return forOrganisation(organisation, actor.person, patient)
    },
    async noteWrites(actor, consent) {
      const { chart, organisation } = await consentOf(ports, EVER, actor, consent, [])
      return forOrganisation(organisation, actor.person, chart)
    },
    async patientWrites({ person }) {
      const keys = await keyring.keysOf(person)
      return new WritePermission(person, { organisation: home, person, by: 'patient' }, keys)
    },
    importWrites: (organisation, patient) => forOrganisation(organisation, null, patient),
  }
}

async function consentOf(
  { database }: GatePorts,
  statement: typeof IN_FORCE,
  actor: PractitionerActor,
  consent: Bytes,
  more: readonly number[],
): Promise<ConsentRow> {
  const practitioner = fromHex(actor.practitioner.id)
  const [row] = await database.rows<ConsentRow>(statement, [consent, actor.person, practitioner, ...more])
  // Whoever has left the house, or whose house is suspended, reads and writes nothing in its name.
  if (!row || !actor.practitioner.organisations.includes(toHex(row.organisation)))
    throw new ConsentError('NO_SUCH_CONSENT', 'no chart is open to you under this consent')
  return row
}

/** The endpoint has checked the role; that the patient is registered there is what opens the door to its staff. */
async function requireRegistered(
  { registrations }: GatePorts,
  { memberships }: Actor,
  organisation: Bytes,
  patient: string,
): Promise<void> {
  const id = toHex(organisation)
  const isStaff = memberships.some((membership) => membership.organisation === id && membership.active)
  if (!isStaff || !(await registrations.isRegistered(organisation, patient))) {
    throw new ConsentError('NOT_YOURS', 'nobody by that name is registered here')
  }
}
