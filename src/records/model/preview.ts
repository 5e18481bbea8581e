/** One line of the timeline: what, the one figure that matters, where, who. */
import type { Dosage, MedicationDispense } from '@medplum/fhirtypes'

import type { Kind } from '#consent/model'

import { careDateOf, type CareDate } from './care-date.ts'
import { abnormalOf, type Abnormal } from './fhir/abnormal.ts'
import type { Directory } from './fhir/concept.ts'
import { dosageFigure } from './fhir/dosage.ts'
import { valueFigure } from './fhir/observed.ts'
import { firstOfPaths, readText, steps, type Steps } from './fhir/path.ts'
import { quantityFigure } from './fhir/quantity.ts'
import type { Resource } from './fhir/resource.ts'
import { wordsAt } from './fhir/words.ts'
import { asWritten } from './json/written.ts'
import { isObject, objectsAt, textAt } from './read.ts'
import { kindOf } from './kinds.ts'
import { statusOf } from './status.ts'

/** In the words of whoever wrote the resource; null where it says nothing, and the page says the kind instead. */
interface Preview {
  readonly kind: Kind
  readonly title: string | null
  readonly figure: string | null
  readonly where: string | null
  readonly who: string | null
  readonly abnormal: Abnormal | null
  /** A code of R4: `final`, `active`, `entered-in-error`. */
  readonly status: string | null
  readonly careDate: CareDate | null
  /** The visit it belongs to, as it is referred to. */
  readonly encounter: string | null
}

export function previewOf(resource: Resource, directory?: Directory): Preview {
  const type = resource.resourceType
  const names = withContained(resource, directory)
  const read = (value: unknown) => wordsAt(value, names)
  const words = (paths: readonly Steps[]) => firstOfPaths(resource, paths, read) ?? null
  const title = words(TITLES.get(type) ?? TITLE)
  const where =
    words(WHERE) ?? firstOfPaths(resource, PERFORMERS, (value) => (isPlace(value) ? read(value) : undefined))
  return {
    kind: kindOf(resource),
    title,
    figure: shortly(figureOf(resource)),
    // Said once: a visit that says no more is called by its place.
    where: where === undefined || where === title ? null : where,
    who: firstOfPaths(resource, WHO, (value) => (isPlace(value) ? undefined : read(value))) ?? null,
    abnormal: (type === 'Observation' ? abnormalOf(resource) : undefined) ?? null,
    status: statusOf(resource),
    careDate: careDateOf(resource) ?? null,
    encounter: firstOfPaths(resource, ENCOUNTER, readText) ?? null,
  }
}

/**
 * The elements that may say what it is, the best first. A visit that says neither why nor for what is called by where it
 * was, which is the same in every language; not by its class, whose code ("AMB") the page words in the reader's.
 */
const TITLE = ['code', 'title', 'type', 'category', 'description', 'name'].map(steps)
const TITLES: ReadonlyMap<string, readonly Steps[]> = new Map(
  Object.entries({
    Appointment: ['description', 'appointmentType', 'serviceType', 'reasonCode'],
    CarePlan: ['title', 'category', 'description'],
    Claim: ['item.productOrService', 'type'],
    Composition: ['title', 'type'],
    Device: ['deviceName.name', 'type', 'definition'],
    DeviceUseStatement: ['device', 'reasonCode'],
    DocumentReference: ['description', 'type', 'content.attachment.title', 'category'],
    Encounter: ['reasonCode', 'type', 'serviceType', 'location.location', 'serviceProvider'],
    ExplanationOfBenefit: ['item.productOrService', 'type'],
    FamilyMemberHistory: ['relationship'],
    Goal: ['description', 'target.measure'],
    ImagingStudy: ['description', 'procedureCode', 'series.description', 'series.modality'],
    Immunization: ['vaccineCode'],
    ImmunizationRecommendation: ['recommendation.vaccineCode', 'recommendation.targetDisease'],
    Media: ['content.title', 'type', 'modality'],
    MedicationAdministration: ['medicationCodeableConcept', 'medicationReference'],
    MedicationDispense: ['medicationCodeableConcept', 'medicationReference'],
    MedicationRequest: ['medicationCodeableConcept', 'medicationReference'],
    MedicationStatement: ['medicationCodeableConcept', 'medicationReference'],
  }).map(([type, paths]) => [type, paths.map(steps)]),
)

const WHERE = [
  'serviceProvider',
  'location.location',
  'location',
  'custodian',
  'managingOrganization',
  'facility',
].map(steps)
/** These may be persons or places. */
const PERFORMERS = ['performer.actor', 'performer', 'author', 'provider'].map(steps)
const PERSONS = [
  'participant.individual',
  'requester',
  'recorder',
  'asserter',
  'resultsInterpreter',
  'interpreter',
].map(steps)
const WHO = [...PERSONS, ...PERFORMERS]
const ENCOUNTER = [
  'encounter.reference',
  'context.reference',
  'context.encounter.reference',
  'item.encounter.reference',
].map(steps)

const MOST_LETTERS = 90

/** A line is a line: what goes on is read in the entry. */
function shortly(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…`
}

/** Names that references within the resource have of themselves, before those the node knows. */
function withContained(resource: Resource, directory: Directory | undefined): Directory {
  return (reference) =>
    reference.startsWith('#') ? containedName(resource, reference.slice(1)) : directory?.(reference)
}

function containedName(resource: Resource, id: string): string | undefined {
  const contained = isObject(resource)
    ? objectsAt(resource, 'contained').find((one) => one['id'] === id)
    : undefined
  return contained && firstOfPaths(contained, NAMES, (value) => wordsAt(value))
}

const NAMES = ['code', 'name', 'deviceName.name', 'type'].map(steps)

function isPlace(value: unknown): boolean {
  const reference = isObject(value) ? textAt(value, 'reference') : null
  return reference !== null && /(?:^|\/)(?:Organization|Location|HealthcareService)[/?]/.test(reference)
}

function figureOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Observation') return valueFigure(resource)
  if (resource.resourceType === 'DiagnosticReport') return resource.conclusion
  if (resource.resourceType === 'MedicationRequest') return dosage(resource.dosageInstruction)
  if (resource.resourceType === 'MedicationDispense') return handedOut(resource)
  if (resource.resourceType === 'MedicationStatement') return dosage(resource.dosage)
  if (resource.resourceType === 'MedicationAdministration')
    return resource.dosage?.dose && quantityFigure(resource.dosage.dose)
  if (resource.resourceType === 'Immunization') return doseOf(resource.protocolApplied)
  if (resource.resourceType === 'AllergyIntolerance')
    return wordsAt(resource.reaction?.[0]?.manifestation?.[0])
  // Never as a title: it is not the patient's.
  if (resource.resourceType === 'FamilyMemberHistory') return wordsAt(resource.condition?.[0]?.code)
  if (resource.resourceType === 'ImagingStudy') return wordsAt(resource.series?.[0]?.bodySite)
  if (resource.resourceType === 'Claim') return money(resource.total)
  if (resource.resourceType === 'ExplanationOfBenefit') return money(resource.total?.[0]?.amount)
  return undefined
}

/** What tells a supply from a prescription: how much, for how long. */
function handedOut({ quantity, daysSupply, dosageInstruction }: MedicationDispense): string | undefined {
  const amount = quantity && quantityFigure(quantity)
  const supply = [amount && `× ${amount}`, daysSupply && quantityFigure(daysSupply)].filter(Boolean)
  return supply.length > 0 ? supply.join(' · ') : dosage(dosageInstruction)
}

function dosage([first, ...others]: readonly Dosage[] = []): string | undefined {
  const figure = first && dosageFigure(first)
  return figure === undefined || others.length === 0 ? figure : `${figure} …`
}

type Protocols = readonly {
  readonly doseNumberPositiveInt?: number
  readonly seriesDosesPositiveInt?: number
}[]

function doseOf([protocol]: Protocols = []): string | undefined {
  const { doseNumberPositiveInt: dose, seriesDosesPositiveInt: of } = protocol ?? {}
  return dose === undefined || of === undefined ? dose?.toString() : `${dose}/${of}`
}

function money(
  amount: { readonly value?: number; readonly currency?: string } | undefined,
): string | undefined {
  if (amount?.value === undefined) return undefined
  return [asWritten(amount, 'value', amount.value), amount.currency].filter(Boolean).join(' ')
}
