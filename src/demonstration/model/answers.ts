/** The answer key: what is so, for whoever wants to measure what can be found. */
import { toDate, type Day } from './calendar.ts'
import { outbreakFrom, outbreakTo } from './care/outbreak.ts'
import type { Contact, Life } from './care/visit.ts'
import type { PlantedError } from './planted/error.ts'
import type { Society } from './society.ts'
import { CONDITIONS, type ConditionKey } from './tables/conditions.ts'
import { OUTBREAK_PLACE, PLACES } from './tables/places.ts'

/** What befell everybody, before it was written down. */
export type Contacts = ReadonlyMap<Life, readonly Contact[]>

export interface DemoAnswers {
  readonly planted: readonly PlantedError[]
  readonly outbreak: DemoOutbreak
  readonly conditions: readonly DemoCondition[]
  /** Pairs of one name in one village. */
  readonly namesakes: readonly (readonly [string, string])[]
}

interface DemoOutbreak {
  readonly place: string
  readonly taluk: string
  readonly district: string
  readonly pin: string
  readonly icd10: string
  readonly from: string
  readonly to: string
  readonly cases: readonly { readonly person: string; readonly onset: string }[]
}

interface DemoCondition {
  readonly person: string
  readonly condition: ConditionKey
  readonly icd10: string
  readonly since: string
  /** Undefined where nobody has found it: a chart shows it only to who looks at the numbers. */
  readonly knownSince: string | undefined
}

export function outbreakOf(contacts: Contacts, end: Day): DemoOutbreak {
  const place = PLACES.find(({ name }) => name === OUTBREAK_PLACE)
  if (!place) throw new Error('the village of the outbreak is missing')
  const { name, taluk, district, pin } = place
  const period = { from: toDate(outbreakFrom(end)), to: toDate(outbreakTo(end)) }
  const cases = [...contacts].flatMap(([{ resident }, seen]) => {
    const onset = resident.place === place ? onsetIn(seen, outbreakFrom(end), outbreakTo(end)) : undefined
    return onset === undefined ? [] : [{ person: resident.person.key, onset: toDate(onset) }]
  })
  return { place: name, taluk, district, pin, icd10: 'A09', ...period, cases }
}

/** The first day of a gastroenteritis of those weeks. */
function onsetIn(seen: readonly Contact[], from: Day, to: Day): Day | undefined {
  const problems = seen.flatMap((contact) => (contact.kind === 'visit' ? contact.problems : []))
  return problems.find(({ icd10, since }) => icd10 === 'A09' && since >= from && since <= to)?.since
}

export function conditionsOf({ residents, truths }: Society): readonly DemoCondition[] {
  return residents.flatMap(({ person }) =>
    (truths.get(person.key) ?? []).map(({ condition, since, knownSince }) => ({
      person: person.key,
      condition,
      icd10: CONDITIONS[condition].icd10,
      since: toDate(since),
      knownSince: knownSince === undefined ? undefined : toDate(knownSince),
    })),
  )
}
