/** What people have over years, how common it is, and how often somebody has told them. */

export type ConditionKey =
  | 'diabetes'
  | 'prediabetes'
  | 'hypertension'
  | 'anaemia'
  | 'hypothyroidism'
  | 'copd'
  | 'asthma'
  | 'kidneyDisease'
  | 'heartDisease'
  | 'tuberculosis'
  | 'hiv'
  | 'alcohol'
  | 'depression'

interface ConditionName {
  readonly icd10: string
  readonly text: string
  /** As a ward writes it behind *k/c/o*. */
  readonly short: string
}

export const CONDITIONS: Readonly<Record<ConditionKey, ConditionName>> = {
  diabetes: { icd10: 'E11.9', text: 'Type 2 diabetes mellitus', short: 'T2DM' },
  prediabetes: { icd10: 'R73.0', text: 'Prediabetes', short: 'prediabetes' },
  hypertension: { icd10: 'I10', text: 'Essential hypertension', short: 'HTN' },
  anaemia: { icd10: 'D50.9', text: 'Iron deficiency anaemia', short: 'anaemia' },
  hypothyroidism: { icd10: 'E03.9', text: 'Hypothyroidism', short: 'hypothyroid' },
  copd: { icd10: 'J44.9', text: 'Chronic obstructive pulmonary disease', short: 'COPD' },
  asthma: { icd10: 'J45.9', text: 'Bronchial asthma', short: 'BA' },
  kidneyDisease: { icd10: 'N18.3', text: 'Chronic kidney disease, stage 3', short: 'CKD' },
  heartDisease: { icd10: 'I25.9', text: 'Chronic ischaemic heart disease', short: 'IHD' },
  tuberculosis: { icd10: 'A15.0', text: 'Pulmonary tuberculosis', short: 'PTB' },
  hiv: { icd10: 'B24', text: 'HIV disease', short: 'RVD' },
  alcohol: { icd10: 'F10.2', text: 'Alcohol dependence syndrome', short: 'ADS' },
  depression: { icd10: 'F32.1', text: 'Moderate depressive episode', short: 'MDD' },
}

export interface Burden {
  readonly condition: ConditionKey
  /** Of those it may befall, the share that has it. */
  readonly share: number
  readonly sex?: 'female' | 'male'
  readonly from: number
  readonly to: number
  /** How much likelier it is at an age than at another; only the proportions count. */
  readonly weight: (age: number) => number
  /** What makes it likelier, by how much, and what rules it out. */
  readonly likelierWith?: readonly [condition: ConditionKey, times: number]
  readonly never?: ConditionKey
  /** How many years ago it began, where that is not one to fourteen. */
  readonly years?: readonly [least: number, most: number]
  /** Of those that have it, the share that knows. */
  readonly known: number
  /** At least one person, so that a demonstration of a few hundred has one to show. */
  readonly atLeastOne?: true
  readonly source: string
}

const level = () => 1
const rising = (from: number) => (age: number) => Math.max(0.1, (age - from) / 20)

export const BURDENS: readonly Burden[] = [
  {
    condition: 'diabetes',
    share: 0.114,
    from: 20,
    to: 120,
    weight: (age) => [0.25, 0.9, 1.6, 2.1, 2][Math.min(4, Math.max(0, Math.floor((age - 25) / 10)))] ?? 2,
    known: 0.6,
    source:
      'ICMR-INDIAB, Lancet Diabetes Endocrinol 2023;11:474; awareness: NNMS 2017-18, 46 % to 60 % of those found',
  },
  {
    condition: 'prediabetes',
    share: 0.153,
    from: 20,
    to: 120,
    weight: (age) => (age < 35 ? 0.8 : 1.2),
    never: 'diabetes',
    known: 0.15,
    source: 'ICMR-INDIAB 2023',
  },
  {
    condition: 'hypertension',
    share: 0.355,
    from: 20,
    to: 120,
    weight: rising(10),
    likelierWith: ['diabetes', 1.8],
    known: 0.42,
    source: 'ICMR-INDIAB 2023; awareness: Koya, Lancet Reg Health SE Asia 2022 and NFHS-5, two in five',
  },
  {
    condition: 'anaemia',
    years: [0.3, 3],
    share: 0.478,
    sex: 'female',
    from: 15,
    to: 49,
    weight: level,
    known: 0.3,
    source: 'NFHS-5, Karnataka: women 15 to 49',
  },
  {
    condition: 'anaemia',
    years: [0.3, 3],
    share: 0.655,
    from: 0.5,
    to: 4,
    weight: level,
    known: 0.3,
    source: 'NFHS-5, Karnataka: children 6 to 59 months',
  },
  {
    condition: 'anaemia',
    years: [0.3, 3],
    share: 0.196,
    sex: 'male',
    from: 15,
    to: 49,
    weight: level,
    known: 0.15,
    source: 'NFHS-5, Karnataka: men 15 to 49',
  },
  {
    condition: 'hypothyroidism',
    share: 0.109,
    from: 20,
    to: 120,
    weight: level,
    known: 0.55,
    source: 'Unnikrishnan, Indian J Endocrinol Metab 2013;17:647 (10.95 % of adults in eight cities)',
  },
  {
    condition: 'copd',
    share: 0.074,
    from: 40,
    to: 120,
    weight: rising(35),
    known: 0.5,
    source: 'Daniel, Lung India 2021;38:506 (pooled 7.4 % of adults)',
  },
  {
    condition: 'asthma',
    share: 0.03,
    from: 3,
    to: 39,
    weight: level,
    known: 0.7,
    source: 'Global Asthma Network, India: about 3 % of children and young adults',
  },
  {
    condition: 'heartDisease',
    share: 0.06,
    from: 45,
    to: 120,
    weight: rising(38),
    likelierWith: ['diabetes', 2.5],
    known: 0.85,
    source: 'LASI wave 1, diagnosed chronic heart disease at 45 and over; the unaware added',
  },
  {
    condition: 'kidneyDisease',
    share: 0.055,
    from: 40,
    to: 120,
    weight: rising(35),
    likelierWith: ['diabetes', 3],
    known: 0.5,
    source: 'SEEK-India, BMC Nephrol 2013;14:114: stage 3 and worse, about 6 % of adults',
  },
  {
    condition: 'tuberculosis',
    years: [0.7, 9.4],
    share: 0.027,
    from: 16,
    to: 120,
    weight: level,
    likelierWith: ['diabetes', 2.5],
    known: 1,
    atLeastOne: true,
    source:
      'about 200 a year in 100,000 over ten years (India TB Report), raised by a third for the demonstration',
  },
  {
    condition: 'hiv',
    years: [3, 10],
    share: 0.0046,
    from: 18,
    to: 55,
    weight: level,
    known: 1,
    atLeastOne: true,
    source: 'NACO HIV estimates 2021, Karnataka: 0.46 % of adults',
  },
  {
    condition: 'alcohol',
    years: [1, 4.5],
    share: 0.052,
    sex: 'male',
    from: 22,
    to: 65,
    weight: level,
    known: 0.45,
    atLeastOne: true,
    source: 'Magnitude of Substance Use in India 2019: 5.2 % of those 10 to 75 drink harmfully',
  },
  {
    condition: 'depression',
    years: [0.5, 5],
    share: 0.0525,
    from: 18,
    to: 120,
    weight: level,
    known: 0.35,
    atLeastOne: true,
    source: 'National Mental Health Survey 2015-16: 5.25 % over a life; treatment gap large',
  },
]
