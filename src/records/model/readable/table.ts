/** What is best read in rows. */
import type {
  Claim,
  DiagnosticReport,
  ExplanationOfBenefit,
  FamilyMemberHistory,
  ImagingStudy,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  Reference,
} from '@medplum/fhirtypes'

import { abnormalOf } from '../fhir/abnormal.ts'
import type { Directory } from '../fhir/concept.ts'
import { observedParts } from '../fhir/observed.ts'
import { rangeText } from '../fhir/quantity.ts'
import type { Resource } from '../fhir/resource.ts'
import { wordsAt } from '../fhir/words.ts'
import { isObject } from '../read.ts'
import { elementValue } from './elements.ts'
import type { ReadableLabel } from './labels.ts'
import { text, valueOf, type Value } from './value.ts'

export interface Table {
  readonly label: ReadableLabel
  readonly columns: readonly ReadableLabel[]
  /** As many cells as there are columns; null where there is nothing to say. */
  readonly rows: readonly (readonly (Value | null)[])[]
}

/** What a reference leads to, where it is open to the reader. */
export type Related = (reference: string) => Resource | undefined

export function tablesOf(resource: Resource, directory: Directory, related: Related): readonly Table[] {
  const table = tableOf(resource, directory, related)
  return table && table.rows.length > 0 ? [table] : []
}

function tableOf(resource: Resource, directory: Directory, related: Related): Table | undefined {
  if (resource.resourceType === 'Observation') return resultTable(rowsOf(resource))
  if (resource.resourceType === 'DiagnosticReport') return reportTable(resource, related)
  if (resource.resourceType === 'ImagingStudy') return seriesTable(resource)
  if (resource.resourceType === 'FamilyMemberHistory') return familyTable(resource, directory)
  if (resource.resourceType === 'QuestionnaireResponse') return answerTable(resource, directory)
  if (resource.resourceType === 'Claim' || resource.resourceType === 'ExplanationOfBenefit')
    return billTable(resource)
  return undefined
}

type Cells = readonly (Value | null)[]

const RESULT_COLUMNS = ['name', 'value', 'unit', 'range', 'abnormal'] as const

function resultTable(rows: readonly Cells[]): Table {
  return { label: 'results', columns: RESULT_COLUMNS, rows }
}

/** A row for its value, where it has one, and one for each component. */
function rowsOf(observation: Observation): readonly Cells[] {
  const { component = [] } = observation
  const own =
    observedParts(observation).value !== undefined || component.length === 0 ? [rowOf(observation)] : []
  return [...own, ...component.map(rowOf)]
}

function rowOf(observed: Observation | ObservationComponent): Cells {
  const { value, unit } = observedParts(observed)
  const abnormal = abnormalOf(observed)
  return [
    cell(wordsAt(observed.code)),
    cell(value ?? wordsAt(observed.dataAbsentReason)),
    cell(unit),
    cell(rangeOf(observed.referenceRange)),
    abnormal ? { as: 'abnormal', abnormal } : null,
  ]
}

function rangeOf(ranges: readonly ObservationReferenceRange[] = []): string | undefined {
  const texts = ranges.map((range) => range.text ?? rangeText(range)).filter((words) => words !== undefined)
  return texts.length === 0 ? undefined : texts.join('; ')
}

/** Results that are not open to the reader keep the name that the report gives them, without a value. */
function reportTable({ result = [], contained = [] }: DiagnosticReport, related: Related): Table {
  const rows = result.flatMap((reference): readonly Cells[] => {
    const found = follow(reference, contained, related)
    if (found?.resourceType === 'Observation') return rowsOf(found)
    const name = wordsAt(reference)
    return name === undefined ? [] : [[cell(name), null, null, null, null]]
  })
  return resultTable(rows)
}

function follow(
  { reference = '' }: Reference,
  contained: readonly Resource[],
  related: Related,
): Resource | undefined {
  return reference.startsWith('#')
    ? contained.find(({ id }) => id === reference.slice(1))
    : related(reference)
}

function seriesTable({ series = [] }: ImagingStudy): Table {
  const rows = series.map(({ modality, bodySite, description, numberOfInstances }) => [
    cell(wordsAt(modality)),
    cell(wordsAt(bodySite)),
    cell(description),
    cell(numberOfInstances?.toString()),
  ])
  return { label: 'series', columns: ['modality', 'bodySite', 'description', 'pictures'], rows }
}

function familyTable({ relationship, condition = [] }: FamilyMemberHistory, directory: Directory): Table {
  const rows = condition.map((one) => {
    const onset = one.onsetAge ?? one.onsetRange ?? one.onsetPeriod ?? one.onsetString
    return [cell(wordsAt(relationship)), cell(wordsAt(one.code)), valueOf(onset, directory) ?? null]
  })
  return { label: 'diagnosis', columns: ['relation', 'diagnosis', 'began'], rows }
}

function answerTable({ item = [] }: QuestionnaireResponse, directory: Directory): Table {
  return {
    label: 'answers',
    columns: ['question', 'answer'],
    rows: item.flatMap((one) => answersOf(one, directory)),
  }
}

function answersOf(
  { text: asked, linkId, answer = [], item = [] }: QuestionnaireResponseItem,
  directory: Directory,
): readonly Cells[] {
  const rows = answer.map((given) => [cell(asked ?? linkId), answerValue(given, directory)])
  const nested = [...item, ...answer.flatMap((given) => given.item ?? [])]
  return [...rows, ...nested.flatMap((one) => answersOf(one, directory))]
}

function answerValue(answer: object, directory: Directory): Value | null {
  if (!isObject(answer)) return null
  const [name, value] = Object.entries(answer).find(([one]) => one.startsWith('value')) ?? []
  return name === undefined ? null : (elementValue(name, value, directory) ?? null)
}

function billTable({ item = [] }: Claim | ExplanationOfBenefit): Table {
  const rows = item.map(({ productOrService, quantity, net }) => [
    cell(wordsAt(productOrService)),
    valueOf(quantity) ?? null,
    valueOf(net) ?? null,
  ])
  return { label: 'items', columns: ['service', 'quantity', 'amount'], rows }
}

function cell(words: string | undefined): Value | null {
  return text(words) ?? null
}
