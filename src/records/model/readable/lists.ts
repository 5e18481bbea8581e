/** What is best read one under the other. */
import type { CarePlan, Dosage } from '@medplum/fhirtypes'

import type { Directory } from '../fhir/concept.ts'
import { dosageParts } from '../fhir/dosage.ts'
import type { Resource } from '../fhir/resource.ts'
import { wordsAt } from '../fhir/words.ts'
import type { ReadableLabel } from './labels.ts'
import { text, valueOf, type Value } from './value.ts'

export interface LabelledValues {
  readonly label: ReadableLabel
  readonly values: readonly Value[]
}

export function listsOf(resource: Resource, directory: Directory): readonly LabelledValues[] {
  return found(resource, directory).filter(({ values }) => values.length > 0)
}

function found(resource: Resource, directory: Directory): readonly LabelledValues[] {
  if (resource.resourceType === 'MedicationRequest') return dosages(resource.dosageInstruction)
  if (resource.resourceType === 'MedicationDispense') return dosages(resource.dosageInstruction)
  if (resource.resourceType === 'MedicationStatement') return dosages(resource.dosage)
  if (resource.resourceType === 'CarePlan') return planned(resource, directory)
  if (resource.resourceType === 'AllergyIntolerance') {
    const manifestations = (resource.reaction ?? []).flatMap(({ manifestation }) => manifestation)
    return [list('reactions', manifestations, directory)]
  }
  if (resource.resourceType === 'ImmunizationRecommendation') {
    const due = resource.recommendation.flatMap(
      ({ vaccineCode, targetDisease }) => vaccineCode ?? targetDisease ?? [],
    )
    return [list('due', due, directory)]
  }
  return []
}

function dosages(given: readonly Dosage[] = []): readonly LabelledValues[] {
  return [{ label: 'dosage', values: given.map((dosage) => ({ as: 'dosage', dosage: dosageParts(dosage) })) }]
}

function planned({ activity = [], goal = [] }: CarePlan, directory: Directory): readonly LabelledValues[] {
  const activities = activity.flatMap(({ detail, reference, outcomeCodeableConcept, outcomeReference }) => {
    const words = wordsAt(detail?.code, directory) ?? detail?.description ?? wordsAt(reference, directory)
    return [
      words,
      ...[...(outcomeCodeableConcept ?? []), ...(outcomeReference ?? [])].map((one) =>
        wordsAt(one, directory),
      ),
    ]
  })
  return [
    { label: 'activities', values: activities.flatMap((words) => text(words) ?? []) },
    list('goals', goal, directory),
  ]
}

function list(label: ReadableLabel, elements: readonly unknown[], directory: Directory): LabelledValues {
  return { label, values: elements.flatMap((element) => valueOf(element, directory) ?? []) }
}
