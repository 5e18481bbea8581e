/** What happens to a person in care, before anybody writes it down: visits, and medicines fetched at a pharmacy. */
import type { Day } from '../calendar.ts'
import type { Body } from '../health/body.ts'
import type { Course } from '../health/course.ts'
import type { Truth } from '../health/truth.ts'
import type { Dice } from '../dice.ts'
import type { Resident } from '../person.ts'
import type { Allergen, DrugKey } from '../tables/drugs.ts'
import type { Department, OrganisationKey } from '../tables/organisations.ts'
import type { Findings } from '../tables/tests.ts'
import type { VaccineKey } from '../tables/vaccines.ts'

/** What the pathways know of one person. */
export interface Life {
  readonly resident: Resident
  readonly truths: readonly Truth[]
  readonly course: Course
  readonly body: Body
  readonly allergy: Allergen | undefined
  /** The days of the ten years on which this person lived. */
  readonly from: Day
  readonly until: Day
  /** The last day of the ten years, lived or not. */
  readonly end: Day
  readonly children: readonly Resident[]
  readonly dice: Dice
}

export type Pathway = (life: Life) => readonly Contact[]

export type Contact = Visit | Refill

/** Where somebody is seen: a department of an institution, or a place it sends its people to. */
export interface Clinic {
  readonly organisation: OrganisationKey
  readonly department: Department
  readonly place?: string
}

export type Setting = 'outpatient' | 'inpatient' | 'emergency' | 'home'

export interface Problem {
  readonly icd10: string
  readonly text: string
  readonly short: string
  /** First day of the illness. */
  readonly since: Day
  /** A lasting illness is recorded once; another each time it comes. */
  readonly lasting: boolean
  /** When it was over, where that was ever written. */
  readonly ended?: Day
}

export interface Prescribed {
  readonly drug: DrugKey
  /** The ICD-10 code of the problem it is for: no medicine without a reason. */
  readonly reason: string
  readonly dose?: string
  readonly days?: number
}

export interface Visit {
  readonly kind: 'visit'
  readonly day: Day
  readonly setting: Setting
  readonly clinic: Clinic
  readonly complaint: string
  /** Examination and plan, in the ward's shorthand. */
  readonly note?: string
  readonly problems: readonly Problem[]
  readonly findings: Findings
  /** Nobody was seen: only a sample was given. */
  readonly testsOnly?: true
  /** Where the tests were made, if not by the clinic itself. */
  readonly laboratory?: OrganisationKey
  readonly medicines: readonly Prescribed[]
  readonly procedures?: readonly string[]
  readonly vaccines?: readonly { readonly vaccine: VaccineKey; readonly dose: number }[]
  readonly referral?: {
    readonly to: OrganisationKey
    readonly department: Department
    readonly answered: boolean
  }
  /** Days in hospital. */
  readonly stay?: number
  /** Written on a card the family keeps, whatever the institution's own files are. */
  readonly card?: 'antenatal card' | 'immunisation card'
}

export interface Refill {
  readonly kind: 'refill'
  readonly day: Day
  readonly pharmacy: OrganisationKey
  readonly drugs: readonly DrugKey[]
}
