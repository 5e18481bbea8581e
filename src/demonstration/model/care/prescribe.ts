/** What ends up on the prescription: fit for the age, and not what the person is allergic to. */
import { ALLERGENS, CHILD_FORMS, type Allergen, type DrugKey } from '../tables/drugs.ts'
import type { Prescribed } from './visit.ts'

const CHILD_BELOW = 12

export function prescribe(
  drugs: readonly DrugKey[],
  reason: string,
  age: number,
  allergy: Allergen | undefined,
): readonly Prescribed[] {
  const fitting = drugs.flatMap((drug) => forAge(drug, age)).flatMap((drug) => without(allergy, drug, age))
  return [...new Set(fitting)].map((drug) => ({ drug, reason }))
}

function forAge(drug: DrugKey, age: number): readonly DrugKey[] {
  if (age >= CHILD_BELOW) return [drug]
  const child = CHILD_FORMS[drug]
  return child ? [child] : []
}

function without(allergy: Allergen | undefined, drug: DrugKey, age: number): readonly DrugKey[] {
  if (allergy === undefined || !ALLERGENS[allergy].drugs.includes(drug)) return [drug]
  return age < CHILD_BELOW ? [] : [ALLERGENS[allergy].instead]
}
