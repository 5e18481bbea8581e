/**
 * When care was given. For each type the elements that R4 maps to the five Ws: when it began (FiveWs.init), was done
 * (FiveWs.done), else was recorded (FiveWs.recorded), else is planned (FiveWs.planned); a test holds the table against
 * the mappings of the official StructureDefinitions, and names what it does not map.
 */
import type { Resource } from './fhir/resource.ts'
import { isObject, objectsAt, textAt, type JsonObject } from './read.ts'

type Precision = 'year' | 'month' | 'day' | 'time'

export interface CareDate {
  /** Milliseconds since 1970, negative before: the first moment of the year, month or day, in UTC where no zone is given. */
  readonly at: number
  readonly precision: Precision
  /** As it was written, for the page to show no more than was said. */
  readonly written: string
  /** The element it was taken from: `Condition.onsetDateTime`. */
  readonly element: string
}

/** Elements by type, the best first. `[x]` is a choice, a dot leads into an element. */
export const DATE_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Account: ['servicePeriod'],
    AdverseEvent: ['date', 'recordedDate'],
    AllergyIntolerance: ['onset[x]', 'recordedDate'],
    Appointment: ['start'],
    Basic: ['created'],
    Bundle: ['timestamp'],
    CarePlan: ['created', 'period'],
    CareTeam: ['period'],
    ChargeItem: ['occurrence[x]'],
    Claim: ['billablePeriod', 'created'],
    ClaimResponse: ['created'],
    ClinicalImpression: ['effective[x]', 'date'],
    Communication: ['sent', 'received'],
    CommunicationRequest: ['authoredOn', 'occurrence[x]'],
    Composition: ['date'],
    Condition: ['onset[x]', 'recordedDate'],
    Consent: ['dateTime'],
    Coverage: ['period'],
    DetectedIssue: ['identified[x]'],
    DeviceRequest: ['authoredOn', 'occurrence[x]'],
    DeviceUseStatement: ['timing[x]', 'recordedOn'],
    DiagnosticReport: ['effective[x]', 'issued', 'presentedForm.creation'],
    DocumentManifest: ['created'],
    DocumentReference: ['context.period', 'date', 'content.attachment.creation'],
    Encounter: ['period'],
    EpisodeOfCare: ['period'],
    ExplanationOfBenefit: ['billablePeriod', 'created'],
    FamilyMemberHistory: ['date'],
    Flag: ['period'],
    Goal: ['statusDate', 'start[x]'],
    GuidanceResponse: ['occurrenceDateTime'],
    ImagingStudy: ['started', 'series.started'],
    Immunization: ['occurrence[x]', 'recorded'],
    ImmunizationEvaluation: ['date'],
    ImmunizationRecommendation: ['date'],
    Invoice: ['date'],
    List: ['date'],
    Media: ['created[x]', 'issued', 'content.creation'],
    MedicationAdministration: ['effective[x]'],
    MedicationDispense: ['whenHandedOver', 'whenPrepared'],
    MedicationRequest: ['authoredOn'],
    MedicationStatement: ['effective[x]', 'dateAsserted'],
    NutritionOrder: ['dateTime'],
    Observation: ['effective[x]', 'issued'],
    Procedure: ['performed[x]'],
    Provenance: ['occurred[x]', 'recorded'],
    QuestionnaireResponse: ['authored'],
    RequestGroup: ['authoredOn'],
    RiskAssessment: ['occurrence[x]'],
    ServiceRequest: ['authoredOn', 'occurrence[x]'],
    Specimen: ['collection.collected[x]', 'receivedTime'],
    SupplyDelivery: ['occurrence[x]'],
    SupplyRequest: ['authoredOn', 'occurrence[x]'],
    Task: ['executionPeriod', 'authoredOn'],
    VisionPrescription: ['dateWritten'],
  }),
)

/** When the care of this resource was given, or undefined where it does not say. */
export function careDateOf(resource: Resource): CareDate | undefined {
  if (!isObject(resource)) return undefined
  for (const element of DATE_ELEMENTS.get(resource.resourceType) ?? []) {
    const found = dateIn(resource, element.split('.'), resource.resourceType)
    if (found) return found
  }
  return undefined
}

/** A FHIR date, date-time or instant as a moment and how exactly it was said; undefined where it is none. */
export function readDate(written: string, element: string): CareDate | undefined {
  const [, year, month, day, time] = DATE.exec(written) ?? []
  if (year === undefined) return undefined
  const at =
    time === undefined ? startOf(Number(year), Number(month ?? 1), Number(day ?? 1)) : Date.parse(written)
  const precision =
    time !== undefined ? 'time' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  return Number.isNaN(at) ? undefined : { at, precision, written, element }
}

/** R4 section 2.24.0, `dateTime`, in parts. */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)?)?$/

const CHOICES = ['DateTime', 'Period', 'Date', 'Instant', 'Timing']

function dateIn(
  holder: JsonObject,
  [step = '', ...rest]: readonly string[],
  path: string,
): CareDate | undefined {
  if (rest.length > 0)
    return firstOf(objectsAt(holder, step), (inner) => dateIn(inner, rest, `${path}.${step}`))
  if (!step.endsWith('[x]')) return dateOf(holder[step], `${path}.${step}`)
  return firstOf(CHOICES, (choice) =>
    dateOf(holder[step.slice(0, -3) + choice], `${path}.${step.slice(0, -3)}${choice}`),
  )
}

/** A date as such, the beginning of a Period (or its end, where only that is known), the first event of a Timing. */
function dateOf(value: unknown, element: string): CareDate | undefined {
  if (typeof value === 'string') return readDate(value, element)
  if (!isObject(value)) return undefined
  const text = textAt(value, 'start') ?? textAt(value, 'end') ?? firstText(value['event'])
  return text === null ? undefined : readDate(text, element)
}

function firstText(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  return typeof first === 'string' ? first : null
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999, 31 February for 3 March. */
function startOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.getTime() : Number.NaN
}
