/** The medicines somebody takes now, as far as the entries tell. */
import type { CodeableConcept, Dosage, MedicationRequest, MedicationStatement } from '@medplum/fhirtypes'

import { DAY } from '#kernel'

import { readDate } from '../care-date.ts'
import type { Directory } from '../fhir/concept.ts'
import { deniesAny, saysNothing } from './absent.ts'
import { newestOfEach, toBox, toItem, type Box, type Source } from './box.ts'

type Taken = MedicationRequest | MedicationStatement
type TakenSource = Source & { readonly resource: Taken }

/**
 * R4 medicationrequest-status and medication-statement-status: `active` is being taken. A newer order that was stopped or
 * completed ends an older one of the same medicine; drafts, cancelled orders and errors say nothing about taking.
 */
const SAYS_NOTHING = new Set(['draft', 'cancelled', 'entered-in-error', 'unknown', 'intended', 'not-taken'])
/** R4 medicationrequest-intent: what was ordered, not what was proposed. */
const ORDERED = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'])

export function medicinesOf(sources: readonly Source[], now: number, directory?: Directory): Box {
  const taken = sources.filter(isTaken).filter(({ resource }) => isTelling(resource))
  const current = newestOfEach(taken, ({ resource }) => medicineOf(resource)).filter(({ resource }) =>
    isNow(resource, now),
  )
  return toBox(
    current.map((source) => toItem(source, directory)),
    taken.filter(({ resource }) => deniesAny(medicineOf(resource))),
  )
}

function isTaken(source: Source): source is TakenSource {
  const { resourceType } = source.resource
  return resourceType === 'MedicationRequest' || resourceType === 'MedicationStatement'
}

function isTelling(resource: Taken): boolean {
  if (SAYS_NOTHING.has(resource.status ?? 'unknown')) return false
  return resource.resourceType !== 'MedicationRequest' || ORDERED.has(resource.intent)
}

function isNow(resource: Taken, now: number): boolean {
  const medicine = medicineOf(resource)
  if (resource.status !== 'active' || deniesAny(medicine) || saysNothing(medicine)) return false
  const end = endOf(resource)
  return end === undefined || end > now
}

/** A reference stands for the medicine by its name. */
function medicineOf({ medicationCodeableConcept, medicationReference }: Taken): CodeableConcept | undefined {
  const { display, reference } = medicationReference ?? {}
  const text = display ?? reference
  return medicationCodeableConcept ?? (text === undefined ? undefined : { text })
}

/** When it is over by its own words; undefined where it does not say, as with what is taken for good. */
function endOf(resource: Taken): number | undefined {
  if (resource.resourceType === 'MedicationStatement') {
    return (
      momentOf(resource.effectivePeriod?.end) ??
      courseEnd(resource.dosage, momentOf(resource.effectivePeriod?.start))
    )
  }
  const { dosageInstruction, authoredOn, dispenseRequest } = resource
  return (
    courseEnd(dosageInstruction, momentOf(authoredOn)) ?? supplyEnd(dispenseRequest, momentOf(authoredOn))
  )
}

/** The end of the longest course in it: bounds of its timing (R4, Timing.repeat.bounds[x]). */
function courseEnd(dosages: readonly Dosage[] = [], start: number | undefined): number | undefined {
  const ends = dosages.map(({ timing }) => {
    const { boundsPeriod, boundsDuration } = timing?.repeat ?? {}
    const days = boundsDuration?.code === undefined ? undefined : DAYS.get(boundsDuration.code)
    const lasting = days === undefined ? undefined : days * (boundsDuration?.value ?? 0) * DAY
    return (
      momentOf(boundsPeriod?.end) ??
      (start === undefined || lasting === undefined ? undefined : start + lasting)
    )
  })
  return latest(ends)
}

/** The supply with its repeats lasts so long (R4, MedicationRequest.dispenseRequest.expectedSupplyDuration). */
function supplyEnd(
  request: MedicationRequest['dispenseRequest'],
  start: number | undefined,
): number | undefined {
  const { value, code } = request?.expectedSupplyDuration ?? {}
  const days = code === undefined ? undefined : DAYS.get(code)
  if (start === undefined || value === undefined || days === undefined) return undefined
  return start + value * days * DAY * (1 + (request?.numberOfRepeatsAllowed ?? 0))
}

/** UCUM units of time in days; a month is the Julian month. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['h', 1 / 24],
  ['d', 1],
  ['wk', 7],
  ['mo', 30.4375],
  ['a', 365.25],
])

/** Where one course has no end, the whole has none. */
function latest(ends: readonly (number | undefined)[]): number | undefined {
  const known = ends.filter((end) => end !== undefined)
  return known.length === 0 || known.length < ends.length ? undefined : Math.max(...known)
}

/** A day that is said lasts until its end. */
function momentOf(date: string | undefined): number | undefined {
  const read = date === undefined ? undefined : readDate(date, 'end')
  return read && (read.precision === 'day' ? read.at + DAY : read.at)
}
