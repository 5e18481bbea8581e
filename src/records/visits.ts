/** Visits: what is open to a doctor, the note, the end. */
import { fromHex, toHex, toUtf8 } from '#kernel'
import type { PractitionerActor } from '#http/model'
import type { WritePermission } from '#consent'

import { addResources } from './adding.ts'
import { openIntake } from './intake.ts'
import type { Note } from './model/api/visit.ts'
import { noteBundle } from './model/note.ts'
import { refuseTemperature } from './model/reading.ts'
import { RecordsError } from './model/records-error.ts'
import { draftStore } from './notes.ts'
import type { RecordsPorts } from './ports.ts'

export async function visitsOf(ports: RecordsPorts, actor: PractitionerActor) {
  const { consents, directory, database, keys } = ports
  const held = await consents.visits(actor)
  const drafts = new Set((await draftStore(database, keys.drafts).held(actor.person)).map(toHex))
  const visits = held.map(async ({ id, chart, state, organisation, grantedAt, expiresAt }) => ({
    state,
    grantedAt,
    consent: toHex(id),
    patient: await directory.personName(chart),
    organisation: await directory.organisationName(organisation),
    until: expiresAt,
    hasDraft: drafts.has(toHex(id)),
  }))
  return { visits: await Promise.all(visits) }
}

export async function photoOf(ports: RecordsPorts, actor: PractitionerActor, consent: string) {
  const { chart } = await ports.gate.reader(actor, fromHex(consent))
  const photo = await ports.directory.photo(chart)
  if (!photo) throw new RecordsError('NO_SUCH_DOCUMENT', 'this patient has no photo here')
  return { bytes: photo.bytes, mediaType: photo.type, shown: true }
}

export async function draftOf(ports: RecordsPorts, actor: PractitionerActor, consent: string) {
  await ports.gate.noteWrites(actor, fromHex(consent))
  return draftStore(ports.database, ports.keys.drafts).get(fromHex(consent))
}

export async function saveDraft(
  ports: RecordsPorts,
  actor: PractitionerActor,
  consent: string,
  { note, version }: { readonly note: Note; readonly version: number },
) {
  await ports.gate.noteWrites(actor, fromHex(consent))
  const savedAt = ports.clock.now()
  const drafts = draftStore(ports.database, ports.keys.drafts)
  return { savedAt, version: await drafts.put(fromHex(consent), actor.person, note, version, savedAt) }
}

/** Puts the note into the chart and takes the draft away, both or neither. */
export async function finishNote(
  ports: RecordsPorts,
  actor: PractitionerActor,
  consent: string,
  note: Note,
): Promise<{ readonly entry: string }> {
  refuseEmpty(note)
  refuseTemperature(note.vitalSigns.temperature)
  const id = fromHex(consent)
  const permission = await ports.gate.noteWrites(actor, id)
  const bundle = noteBundle(note, await authorshipOf(ports, actor, permission))
  const intake = openIntake(toUtf8(JSON.stringify(bundle)))
  const drafts = draftStore(ports.database, ports.keys.drafts)
  const { written } = await addResources(ports, permission, intake, {
    also: (session) => drafts.remove(session, id),
  })
  const [visit] = written
  if (!visit) throw new Error('a note makes entries')
  return { entry: visit.id }
}

async function authorshipOf(
  { directory, clock }: RecordsPorts,
  { person }: PractitionerActor,
  { writer }: WritePermission,
) {
  return {
    practitionerName: await directory.personName(person),
    organisationName: await directory.organisationName(writer.organisation),
    at: new Date(clock.now()).toISOString(),
  }
}

function refuseEmpty({ text, codes, vitalSigns }: Note): void {
  const isEmpty = text.trim() === '' && codes.length === 0
  if (!isEmpty || Object.values(vitalSigns).some((value) => value !== null)) return
  throw new RecordsError('NOT_WELL_FORMED', 'There is nothing in this note yet.')
}
