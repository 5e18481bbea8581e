/** Readings that people take themselves; marked as theirs. */
import { toUtf8 } from '#kernel'
import type { Actor } from '#http/model'

import { addResources } from './adding.ts'
import { openIntake } from './intake.ts'
import { bloodPressureOf, readingOf } from './model/note.ts'
import { MEASURE_OF_READING, refuseBeyond, type Reading } from './model/reading.ts'
import type { RecordsPorts } from './ports.ts'

export async function addReading(
  ports: RecordsPorts,
  actor: Actor,
  taken: Reading,
): Promise<{ readonly entry: string }> {
  const permission = await ports.gate.patientWrites(actor)
  const { birthDate } = await ports.directory.patient(permission.chart)
  refuseBeyond(taken, ports.clock.now(), birthDate)
  const intake = openIntake(toUtf8(JSON.stringify(resourceOf(taken))))
  const { written, duplicates } = await addResources(ports, permission, intake)
  const entry = written[0]?.id ?? [...duplicates.values()][0]
  if (entry === undefined) throw new Error('a reading makes an entry')
  return { entry }
}

function resourceOf({ reading, value, unit, second, takenAt }: Reading) {
  const at = new Date(takenAt).toISOString()
  if (reading === 'blood-pressure') return bloodPressureOf(value, second, at)
  return readingOf(MEASURE_OF_READING[reading], value, at, unit)
}
