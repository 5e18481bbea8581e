/** What a person takes every month: plain generics from public hands, combinations and brands from private ones. */
import { YEAR_OF_DAYS, type Day } from '../calendar.ts'
import { knownOn, type Truth } from '../health/truth.ts'
import { CONDITIONS, type ConditionKey } from '../tables/conditions.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { Life, Prescribed } from './visit.ts'

interface Step {
  readonly years: number
  readonly publicly: readonly DrugKey[]
  readonly privately: readonly DrugKey[]
}

const same = (...drugs: readonly DrugKey[]): readonly Step[] => [
  { years: 0, publicly: drugs, privately: drugs },
]

/** Steps by years since diagnosis; the order follows the state's NCD protocols (metformin, sulfonylurea; amlodipine, telmisartan). */
const STEPS: Readonly<Partial<Record<ConditionKey, readonly Step[]>>> = {
  diabetes: [
    { years: 0, publicly: ['metformin'], privately: ['metformin'] },
    { years: 2, publicly: ['metformin', 'glimepiride'], privately: ['glimepirideMetformin'] },
    { years: 5, publicly: ['metformin', 'glimepiride'], privately: ['glimepirideMetformin', 'vildagliptin'] },
  ],
  hypertension: [
    { years: 0, publicly: ['amlodipine'], privately: ['telmisartan'] },
    { years: 2, publicly: ['amlodipine', 'telmisartan'], privately: ['telmisartanAmlodipine'] },
  ],
  hypothyroidism: same('levothyroxine'),
  copd: same('budesonideFormoterol'),
  asthma: same('salbutamol'),
  heartDisease: same('aspirin', 'atorvastatin', 'metoprolol'),
  kidneyDisease: same('sodiumBicarbonate'),
}

export function regimenOn(life: Life, day: Day): readonly Prescribed[] {
  return knownOn(life.truths, day).flatMap((truth) => stepOf(truth, life, day))
}

function stepOf({ condition, knownSince = Infinity }: Truth, life: Life, day: Day): readonly Prescribed[] {
  const years = (day - knownSince) / YEAR_OF_DAYS
  const step = STEPS[condition]?.findLast((each) => each.years <= years)
  const drugs = life.resident.firstDoor === 'public' ? step?.publicly : step?.privately
  return (drugs ?? []).map((drug) => ({ drug, reason: CONDITIONS[condition].icd10 }))
}
