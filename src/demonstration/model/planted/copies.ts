/** Entries that should not be there: typed twice, prescribed twice, or another person's. */
import { DAY, later, toInstant, type Instant } from '#kernel'

import { dayOf, toDateTime } from '../calendar.ts'
import type { DemoEntry, DemoResource } from '../chart/entry.ts'
import type { Dice } from '../dice.ts'
import type { DemoPerson, Resident } from '../person.ts'
import type { ErrorKind, Planting } from './error.ts'

/** The same once more, a little later, under another key. */
export function duplicate(entry: DemoEntry, dice: Dice): Planting | undefined {
  const key = dice.uuid()
  const added = (copy: DemoEntry): Planting =>
    plantedBeside(copy, entry, 'duplicate', 'entered twice; the other is the one')
  if (entry.kind === 'document') {
    const { document } = entry
    return added({ ...entry, key, document: { ...document, fileName: `copy-${document.fileName}` } })
  }
  const { resource } = entry
  if (resource.resourceType !== 'Observation' && resource.resourceType !== 'Immunization') return undefined
  return added({ ...entry, key, resource: { ...resource, id: key } })
}

/** The same medicine from another door within days, because nobody knew. */
export function prescribedAgain(
  entry: DemoEntry,
  { died = Infinity }: Resident,
  until: Instant,
  dice: Dice,
): Planting | undefined {
  if (entry.kind !== 'resource' || entry.resource.resourceType !== 'MedicationRequest') return undefined
  const { encounter: _, ...resource } = entry.resource
  const careAt = later(entry.careAt, dice.whole(1, 3) * DAY)
  if (careAt >= until || dayOf(careAt) > died) return undefined
  const key = dice.uuid()
  const copy: DemoEntry = {
    ...entry,
    key,
    careAt,
    resource: { ...resource, id: key, authoredOn: toDateTime(careAt) },
  }
  const medicine = resource.medicationCodeableConcept?.text ?? 'the medicine'
  return plantedBeside(copy, entry, 'same medicine twice', `${medicine} had been prescribed days before`)
}

/** A penicillin for one who has a rash from it. */
export function againstAllergy(
  entry: DemoEntry,
  resident: Resident,
  isAllergic: boolean,
): Planting | undefined {
  if (!isAllergic || entry.kind !== 'resource' || entry.resource.resourceType !== 'MedicationRequest')
    return undefined
  if (entry.resource.medicationCodeableConcept?.coding?.[0]?.code !== 'J01FA10') return undefined
  const text = 'Cap. AMOXICILLIN 500 mg'
  const medicationCodeableConcept = {
    coding: [{ system: 'http://www.whocc.no/atc', code: 'J01CA04', display: 'AMOXICILLIN' }],
    text,
  }
  return {
    entry: { ...entry, resource: { ...entry.resource, medicationCodeableConcept } },
    replaces: entry.key,
    error: {
      entry: entry.key,
      person: resident.person.key,
      kind: 'allergy overlooked',
      says: 'amoxicillin in spite of an allergy to penicillins',
      beside: undefined,
    },
  }
}

/** A year too early, as happens each January. */
export function lastYear(entry: DemoEntry, resident: Resident): Planting | undefined {
  if (entry.kind !== 'resource' || entry.resource.resourceType !== 'Observation') return undefined
  const careAt = toInstant(entry.careAt - 365 * DAY)
  if (careAt < (resident.born + 30) * DAY) return undefined
  return {
    entry: { ...entry, careAt, resource: { ...entry.resource, effectiveDateTime: toDateTime(careAt) } },
    replaces: entry.key,
    error: {
      entry: entry.key,
      person: entry.person,
      kind: 'year',
      says: `the year is one too early; it was ${toDateTime(entry.careAt)}`,
      beside: undefined,
    },
  }
}

/** Filed under the namesake of the village. */
export function filedUnder(entry: DemoEntry, other: DemoPerson): Planting | undefined {
  const moved = movedTo(entry, other)
  return (
    moved && {
      entry: moved,
      replaces: entry.key,
      error: {
        entry: entry.key,
        person: other.key,
        kind: 'wrong person',
        says: `belongs to ${entry.person}, who has the same name in the same village`,
        beside: undefined,
      },
    }
  )
}

function movedTo(entry: DemoEntry, { key, reference }: DemoPerson): DemoEntry | undefined {
  if (entry.kind === 'document') return { ...entry, person: key }
  const { resource } = entry
  if (resource.resourceType !== 'Observation' || resource.category?.[0]?.coding?.[0]?.code !== 'vital-signs')
    return undefined
  const { encounter: _, ...alone } = resource
  const moved: DemoResource = { ...alone, subject: { ...resource.subject, reference } }
  return { ...entry, person: key, resource: moved }
}

function plantedBeside(entry: DemoEntry, beside: DemoEntry, kind: ErrorKind, says: string): Planting {
  return {
    entry,
    replaces: undefined,
    error: { entry: entry.key, person: entry.person, kind, says, beside: beside.key },
  }
}
