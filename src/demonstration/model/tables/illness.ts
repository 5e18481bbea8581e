/**
 * What brings people to a door, how often, in which months and regions, and what they leave with. Rates are visits a
 * person-year at four ages (under 5, to 14, to 59, older): the everyday ones give about one visit a year for a grown
 * person and two for a small child (NSS 75th round, Health 2017-18); rare ones are raised so that 300 people show some.
 */
import type { DrugKey } from './drugs.ts'
import type { Department } from './organisations.ts'
import type { Region } from './places.ts'
import type { TestKey } from './tests.ts'

export interface Illness {
  readonly icd10: string
  readonly text: string
  readonly short: string
  readonly rate: readonly [under5: number, to14: number, to59: number, older: number]
  /** One figure a month, January first; only the proportions count. */
  readonly months: string
  readonly regions?: readonly Region[]
  readonly rural?: true
  readonly sex?: 'female' | 'male'
  /** {d} stands for the days since it began. */
  readonly complaints: readonly string[]
  readonly days: readonly [least: number, most: number]
  /** °F */
  readonly fever?: readonly [least: number, most: number]
  readonly drugs: readonly DrugKey[]
  /** Given by that share of public and of private prescribers. */
  readonly often?: readonly (readonly [drug: DrugKey, publicly: number, privately: number])[]
  /** What the tests show, where they are made. */
  readonly finds?: Readonly<Partial<Record<TestKey, string | readonly [least: number, most: number]>>>
  readonly tested?: number
  readonly department?: Department
  /** Of the visits, the share that ends in a bed, for so many days. */
  readonly admitted?: number
  readonly stay?: readonly [least: number, most: number]
  readonly procedure?: string
}

export const ALL_YEAR = '111111111111'
