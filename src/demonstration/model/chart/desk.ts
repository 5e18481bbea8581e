/** What lies on the desk while one chart is written. */
import type { Day } from '../calendar.ts'
import type { Life } from '../care/visit.ts'
import { babyName } from '../people/name.ts'
import { spellOtherwise } from '../people/spelling.ts'
import type { DrugKey } from '../tables/drugs.ts'
import type { OrganisationKey } from '../tables/organisations.ts'
import type { Staffing } from './staffing.ts'

export interface Desk {
  readonly life: Life
  readonly staffing: Staffing
  /** The id of the newest Condition of each ICD-10 code, and of each illness by code and first day. */
  readonly conditions: Map<string, string>
  /** The id of the last prescription of each medicine. */
  readonly requests: Map<DrugKey, string>
  readonly asked: Set<'allergies'>
  /** The name as an institution writes it on a day. */
  spell(organisation: OrganisationKey, day: Day): string
}

const NEWBORN_DAYS = 90

/** `mother` is her given name, by which a newborn is called everywhere. */
export function newDesk(life: Life, staffing: Staffing, mother: string | undefined): Desk {
  const spelt = new Map<OrganisationKey, string>()
  const { person, born } = life.resident
  return {
    life,
    staffing,
    conditions: new Map(),
    requests: new Map(),
    asked: new Set(),
    spell(organisation, day) {
      if (mother !== undefined && day - born < NEWBORN_DAYS) return babyName(mother).displayed
      const known = spelt.get(organisation) ?? spellingAt(organisation, person.name.displayed, life)
      spelt.set(organisation, known)
      return known
    },
  }
}

function spellingAt(organisation: OrganisationKey, name: string, life: Life): string {
  const dice = life.dice.fork(`spelling ${organisation}`)
  return dice.happens(organisation === 'laboratory' ? 0.6 : 0.2) ? spellOtherwise(name, dice) : name
}
