import { describe, expect, it } from 'vitest'

import { toAmount } from './amount.ts'
import type { Days, Step } from './course.ts'
import { toDosages } from './fhir.ts'
import { readShorthand } from './shorthand.ts'

const daily: Days = { kind: 'daily' }

function step(written: string, days: Days = daily, length = 10): Step {
  const rhythm = readShorthand(written)
  if (!rhythm) throw new Error(`${written} is not read`)
  return { rhythm, days, length }
}

const tablets = { unit: 'tablet', food: null } as const
const tenDays = { value: 10, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' }

describe('a course in FHIR', () => {
  it('says the times of the day at which the same is taken together', () => {
    expect(toDosages([step('1-0-1')], tablets)).toEqual([
      {
        sequence: 1,
        doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
        timing: { repeat: { boundsDuration: tenDays, period: 1, periodUnit: 'd', when: ['MORN', 'NIGHT'] } },
      },
    ])
  })

  it('says different amounts apart, in one step', () => {
    const dosages = toDosages([step('1-½-0-1')], tablets)
    expect(
      dosages.map(({ sequence, doseAndRate, timing }) => [
        sequence,
        doseAndRate?.[0]?.doseQuantity?.value,
        timing?.repeat?.when,
      ]),
    ).toEqual([
      [1, 1, ['MORN', 'NIGHT']],
      [1, 0.5, ['NOON']],
    ])
  })

  it('gives the steps of a taper in their order', () => {
    const dosages = toDosages([step('2-0-0', daily, 5), step('1-0-0', daily, 5)], tablets)
    expect(dosages.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  it.each<[string, Days, object]>([
    ['1-0-0', { kind: 'alternate' }, { period: 2, periodUnit: 'd', when: ['MORN'] }],
    [
      '1-0-0',
      { kind: 'weekdays', on: ['sun'] },
      { period: 1, periodUnit: 'd', dayOfWeek: ['sun'], when: ['MORN'] },
    ],
    ['q8h', daily, { frequency: 1, period: 8, periodUnit: 'h' }],
    ['STAT', daily, { count: 1 }],
  ])('says when %s is taken', (written, days, repeat) => {
    const [dosage] = toDosages([step(written, days)], tablets)
    expect(dosage?.timing?.repeat).toEqual({ boundsDuration: tenDays, ...repeat })
  })

  it('limits what is taken when needed', () => {
    const [dosage] = toDosages([step('2 SOS')], tablets)
    expect(dosage).toMatchObject({
      asNeededBoolean: true,
      doseAndRate: [{ doseQuantity: { value: 2 } }],
      maxDosePerPeriod: { numerator: { value: 6, unit: 'tablet' }, denominator: { value: 1, code: 'd' } },
    })
  })

  it('says how it goes with food, and nothing where nobody said', () => {
    const [before] = toDosages([step('OD')], { unit: 'tablet', food: 'before' })
    const [after] = toDosages([step('OD')], { unit: 'tablet', food: 'after' })
    const [neither] = toDosages([step('OD')], tablets)
    expect(before?.additionalInstruction).toEqual([{ text: 'Before food' }])
    expect(after?.additionalInstruction?.[0]?.coding?.[0]?.code).toBe('311504000')
    expect(neither).not.toHaveProperty('additionalInstruction')
  })

  it('keeps fractions as they are', () => {
    const rhythm = { kind: 'once', dose: toAmount(2_500) } as const
    const [dosage] = toDosages([{ rhythm, days: daily, length: 1 }], { unit: 'mL', food: null })
    expect(dosage?.doseAndRate?.[0]?.doseQuantity).toEqual({ value: 2.5, unit: 'mL' })
  })
})
