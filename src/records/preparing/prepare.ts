/** Makes a Bundle ready for the database: in a worker, since this is where the time goes. */
import { DomainError, systemChance } from '#kernel'
import { formatRows } from '#storage'

import { directoryId } from '../directory.ts'
import { NotWellFormed, openIntake, type DirectoryItem, type Intake } from '../intake.ts'
import { nameWords, type Resource } from '../model/index.ts'
import { rowsOf } from '../rows.ts'
import { sealEntry } from '../sealing.ts'
import { unansweredIn } from '../unanswered.ts'
import type { Demographics, Job, Preparation, Question, RefusedBundle } from './job.ts'

export async function prepare(job: Job): Promise<Preparation | Question> {
  try {
    const intake = openIntake(job.bytes)
    if (intake.asked.length > 0 && !job.known) return { kind: 'asks', names: intake.asked }
    const ids = new Map(
      intake.directory.map(({ id, identity }) => [id, directoryId(job.directoryKey, identity)]),
    )
    const directory = intake.directory.map((item) => apart(item, ids))
    if (intake.resources.length === 0) return { kind: 'directory', directory }
    return await prepared(job, intake, ids, directory)
  } catch (error) {
    if (error instanceof NotWellFormed) return { kind: 'refused', code: error.code, problems: error.problems }
    if (error instanceof DomainError) {
      return { kind: 'refused', code: error.code, problems: [{ path: 'Bundle', problem: error.message }] }
    }
    throw error
  }
}

type Ids = ReadonlyMap<string, string>

async function prepared(
  job: Job,
  intake: Intake,
  ids: Ids,
  directory: readonly DirectoryItem[],
): Promise<Preparation> {
  const [patient, another] = intake.patients
  if (patient?.resourceType !== 'Patient' || another) {
    return refused('Bundle', another ? 'is about several patients: a Bundle is about one' : 'has no Patient')
  }
  const who = demographicsOf(patient)
  if (!who) return refused('Patient', 'needs a name, a birth date and an administrative gender')
  const { chart, keys, writer, writerKey } = job
  const { addedAt } = job
  const { birthDate } = who
  const entries = intake.entries({ addedAt, birthDate, known: job.known ?? undefined })
  const sealed = entries.map(({ links, ...entry }) => ({
    ...entry,
    sensitive: entry.preview.sensitive.length > 0,
    under: sealEntry(keys, writerKey, chart, { ...entry, links: redirected(links, ids) }, systemChance),
  }))
  const place = { ordinal: 0, first: 0 }
  const rows = rowsOf(sealed, { chart, writer, byPatient: false, ...place, now: job.addedAt })
  return {
    kind: 'prepared',
    patient: who,
    source: intake.sourceOf(patient) ?? `${who.name}|${who.birthDate}`,
    counts: countsOf(entries),
    entries: sealed.length,
    entryRows: await Array.fromAsync(formatRows(job.columns.entry, rows.entries)),
    keyRows: await Array.fromAsync(formatRows(job.columns.key, rows.keys)),
    directory,
    unanswered: unansweredIn(entries),
  }
}

function countsOf(entries: Entries): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { preview } of entries) counts[preview.resourceType] = (counts[preview.resourceType] ?? 0) + 1
  return counts
}

function demographicsOf(patient: Resource & { resourceType: 'Patient' }): Demographics | undefined {
  const { birthDate, gender } = patient
  const official = patient.name?.find(({ use }) => use === 'official') ?? patient.name?.[0]
  const name = official && nameWords(official)
  if (!name || birthDate === undefined || gender === undefined) return undefined
  return { name, birthDate, sex: gender === 'female' || gender === 'male' ? gender : 'other' }
}

/** Under the id it is kept by, and a copy of its own: what goes to another thread takes its whole buffer with it. */
function apart(item: DirectoryItem, ids: Ids): DirectoryItem {
  return { ...item, id: ids.get(item.id) ?? item.id, stored: new Uint8Array(item.stored) }
}

function redirected(links: Links, ids: Ids): Links {
  return links.map((link) => ({ ...link, to: ids.get(link.to) ?? link.to }))
}

type Entries = ReturnType<Intake['entries']>
type Links = Entries[number]['links']

function refused(path: string, problem: string): RefusedBundle {
  return { kind: 'refused', code: 'NOT_WELL_FORMED', problems: [{ path, problem }] }
}
