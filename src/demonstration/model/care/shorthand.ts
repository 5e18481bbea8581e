/** Notes as a ward writes them: short, half in Latin, with Kannada words between. */
import type { Day } from '../calendar.ts'
import type { Dice } from '../dice.ts'
import { knownOn, type Truth } from '../health/truth.ts'
import { CONDITIONS, type ConditionKey } from '../tables/conditions.ts'
import type { Findings } from '../tables/tests.ts'

/** What is mentioned at every visit; HIV, mind and drink are not. */
const MENTIONED: ReadonlySet<ConditionKey> = new Set([
  'diabetes',
  'hypertension',
  'hypothyroidism',
  'copd',
  'asthma',
  'heartDisease',
  'kidneyDisease',
] as const)

/** The complaint with what the person is known to have: *c/o fever × 3 days, k/c/o T2DM, HTN*. */
export function complaintOf(text: string, truths: readonly Truth[], day: Day): string {
  const known = knownOn(truths, day).filter(({ condition }) => MENTIONED.has(condition))
  if (known.length === 0) return text
  return `${text}, k/c/o ${known.map(({ condition }) => CONDITIONS[condition].short).join(', ')}`
}

export function examination(findings: Findings, impression: string, dice: Dice): string {
  const { temperature, pulse, systolic, diastolic, oxygen } = findings
  const found = [
    temperature === undefined ? 'afebrile' : `febrile ${shown(temperature, 1)}°F`,
    pulse === undefined ? '' : `PR ${shown(pulse, 0)}/min`,
    systolic === undefined ? '' : `BP ${systolic}/${diastolic}`,
    oxygen === undefined ? '' : `SpO2 ${oxygen}% RA`,
  ].filter((part) => part !== '')
  const advice = dice.pick([
    'Adv: r/w after 3 days or SOS',
    'Adv: plenty of oral fluids, rest, r/w SOS',
    'Adv: neeru jaasti kudiyiri, r/w 5 dina nantara',
    'Explained in Kannada. r/w SOS',
    'Adv: soft diet, bisi neeru. Review with reports',
  ])
  return `O/E: conscious, oriented, ${found.join(', ')}. CVS S1S2+, RS NVBS, P/A soft. Imp: ${impression}. ${advice}.`
}

function shown(value: number | string, decimals: number): string {
  return typeof value === 'number' ? value.toFixed(decimals) : value
}
