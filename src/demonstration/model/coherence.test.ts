/** The demonstration population, points 1 to 4: names, families, load, seasons. */
import { describe, expect, it } from 'vitest'

import { ageOn, monthOf, toDay } from './calendar.ts'
import {
  ageOf,
  all,
  dayOfEntry,
  demonstration,
  END,
  icd,
  loinc,
  many,
  mean,
  number,
  onset,
  share,
} from './coherence.fixture.ts'
import { newDice } from './dice.ts'
import { has } from './health/truth.ts'
import { newSociety } from './society.ts'
import { COMMUNITIES, FAMILY_NAMES } from './tables/names.ts'

const crowd = newSociety(3_000, END, newDice('crowd'))

describe('1. names', () => {
  it('follow the district: initials in the Malnad, clans in Haveri, Konkani on the coast', () => {
    const inDistrict = (district: string) =>
      many.people.filter(({ address }) => address.district === district)
    expect(share(inDistrict('Shivamogga'), ({ name }) => name.initials !== undefined)).toBeGreaterThan(0.4)
    expect(
      share(inDistrict('Haveri'), ({ name }) => FAMILY_NAMES.northern.includes(name.family ?? '')),
    ).toBeGreaterThan(0.4)
    expect(
      share(inDistrict('Uttara Kannada'), ({ name }) => FAMILY_NAMES.konkani.includes(name.family ?? '')),
    ).toBeGreaterThan(0.08)
    expect(
      share(inDistrict('Shivamogga'), ({ name }) => FAMILY_NAMES.konkani.includes(name.family ?? '')),
    ).toBeLessThan(0.08)
  })

  it('have Muslim and Christian shares near those of the census', () => {
    const { residents } = crowd
    const expected = mean(residents.map(({ place }) => COMMUNITIES[place.district].muslim))
    expect(Math.abs(share(residents, ({ community }) => community === 'muslim') - expected)).toBeLessThan(
      0.05,
    )
    expect(share(residents, ({ community }) => community === 'christian')).toBeGreaterThan(0.003)
  })

  it('are single for many elder women, and *baby of* for the newborn', () => {
    expect(many.people.some(({ name, sex }) => sex === 'female' && name.displayed === name.given)).toBe(true)
    expect(all('Immunization').some(({ resource }) => resource.patient.display?.startsWith('Baby of'))).toBe(
      true,
    )
  })

  it('are alike for two people of one village', () => {
    const [[one, two] = ['', '']] = demonstration.answers.namesakes
    const [first, second] = [one, two].map((key) => demonstration.people.find((person) => person.key === key))
    expect(first?.name.displayed).toBe(second?.name.displayed)
    expect(first?.address.place).toBe(second?.address.place)
    expect(first?.household).not.toBe(second?.household)
  })

  it('are spelt otherwise by the laboratory for many', () => {
    const names = new Map(many.people.map(({ key, name }) => [key, name.displayed]))
    const reports = all('DiagnosticReport').filter(({ organisation }) => organisation === 'laboratory')
    const isOtherwise = ({ person, resource }: (typeof reports)[number]) =>
      resource.subject?.display !== names.get(person)
    expect(share(reports, isOtherwise)).toBeGreaterThan(0.3)
    expect(share(reports, isOtherwise)).toBeLessThan(0.8)
  })
})

describe('2. families', () => {
  const households = Map.groupBy(demonstration.people, ({ household }) => household)

  it('have 4.2 to a household, 59 of a hundred people in villages', () => {
    expect(demonstration.people.length / households.size).toBeCloseTo(4.2, 1)
    expect(share(demonstration.people, ({ address }) => address.rural)).toBeCloseTo(0.59, 1)
    expect(Math.abs(share(crowd.residents, ({ place }) => place.rural) - 0.59)).toBeLessThan(0.01)
  })

  it('share one phone over three generations', () => {
    const threeGenerations = [...households.values()].filter((family) => {
      const ages = family.map(ageOf)
      return (
        Math.max(...ages) > 58 &&
        Math.min(...ages) < 15 &&
        new Set(family.map(({ phone }) => phone)).size === 1
      )
    })
    expect(threeGenerations.length).toBeGreaterThan(5)
  })

  it('know their ages in fives and tens, and their birthdays as 1 January and 1 June', () => {
    const grown = crowd.residents.map(({ person }) => person).filter((person) => ageOf(person) >= 20)
    expect(share(grown, (person) => ageOf(person) % 5 === 0)).toBeGreaterThan(0.33)
    expect(share(grown, ({ birthDate }) => /-01-01$|-06-01$/.test(birthDate))).toBeGreaterThan(0.2)
    const children = crowd.residents.filter(({ person }) => ageOf(person) < 10)
    expect(share(children, ({ person }) => /-01-01$|-06-01$/.test(person.birthDate))).toBeLessThan(0.03)
  })

  it('have mothers old enough, and numbers and addresses that are nobody’s', () => {
    const born = new Map(crowd.residents.map((one) => [one.person.key, one.born]))
    const young = crowd.residents.filter(
      (one) => one.mother !== undefined && ageOn(born.get(one.mother) ?? one.born, one.born) < 17,
    )
    expect(young).toEqual([])
    for (const { phone, email } of many.people) {
      expect(phone ?? '+915550000000').toMatch(/^\+915550\d{6}$/)
      expect(email ?? 'x@post.example').toMatch(/@post\.example$/)
    }
  })
})

describe('3. load', () => {
  const limits = [
    ['diabetes', 0.114],
    ['prediabetes', 0.153],
    ['hypertension', 0.355],
    ['hypothyroidism', 0.109],
  ] as const

  it.each(limits)('%s befalls its share of adults', (condition, expected) => {
    const grown = crowd.residents.filter(({ person }) => ageOf(person) >= 20)
    const found = share(grown, ({ person }) => has(crowd.truths.get(person.key) ?? [], condition))
    expect(Math.abs(found - expected)).toBeLessThan(0.006)
    const few = demonstration.people.filter((person) => ageOf(person) >= 20)
    const holders = new Set(
      demonstration.answers.conditions
        .filter((each) => each.condition === condition)
        .map(({ person }) => person),
    )
    const tolerance = 3 * Math.sqrt((expected * (1 - expected)) / few.length)
    expect(Math.abs(share(few, ({ key }) => holders.has(key)) - expected)).toBeLessThan(tolerance)
  })

  it.each([
    ['female', 15, 50, 0.478],
    ['male', 15, 50, 0.196],
    ['any', 0.5, 5, 0.655],
  ] as const)('anaemia befalls its share (%s from %d to %d)', (sex, from, to, expected) => {
    const eligible = crowd.residents.filter(({ person, born }) => {
      const age = (END - born) / 365.25
      return age >= from && age < to && (sex === 'any' || person.sex === sex)
    })
    const found = share(eligible, ({ person }) => has(crowd.truths.get(person.key) ?? [], 'anaemia'))
    expect(Math.abs(found - expected)).toBeLessThan(0.03)
  })

  it('shows the anaemic as anaemic: the count follows the truth', () => {
    const anaemic = new Map(
      many.answers.conditions
        .filter(({ condition }) => condition === 'anaemia')
        .map(({ person, since }) => [person, toDay(since)]),
    )
    const women = new Set(
      many.people
        .filter((person) => person.sex === 'female' && ageOf(person) > 20 && ageOf(person) < 49)
        .map(({ key }) => key),
    )
    const counts = all('Observation').filter(
      ({ resource, person }) => loinc(resource) === '718-7' && women.has(person),
    )
    const isBelow = ({ resource }: (typeof counts)[number]) => number(resource) < 12
    const now = counts.filter((entry) => dayOfEntry(entry) > END - 300)
    expect(
      share(
        now.filter(({ person }) => anaemic.has(person)),
        isBelow,
      ),
    ).toBeGreaterThan(0.85)
  })

  it('leaves many undiagnosed, with the numbers in the chart and no word of it', () => {
    const unknown = many.answers.conditions
      .filter(({ condition, knownSince }) => condition === 'diabetes' && knownSince === undefined)
      .map(({ person }) => person)
    expect(unknown.length).toBeGreaterThan(20)
    const sugars = all('Observation').filter(
      ({ person, resource }) => unknown.includes(person) && loinc(resource) === '2345-7',
    )
    expect(sugars.some(({ resource }) => number(resource) >= 200)).toBe(true)
    expect(
      all('Condition').some(
        ({ person, resource }) => unknown.includes(person) && icd(resource).startsWith('E11'),
      ),
    ).toBe(false)
  })

  it('has COPD, kidney disease, tuberculosis, HIV, drink and depression, the last three out of sight', () => {
    const codes = new Set(all('Condition').map(({ resource }) => icd(resource)))
    for (const code of ['J44.9', 'N18.3', 'E03.9', 'A15.0', 'B24', 'F10.2', 'F32.1'])
      expect(codes).toContain(code)
    const hidden = all('Condition').filter(({ resource }) => /^(B2[0-4]|F|Z30|O04)/.test(icd(resource)))
    expect(hidden.every(({ sensitive }) => sensitive)).toBe(true)
  })
})

describe('what is sensitive', () => {
  it('is there in every department that is, and marked', () => {
    const visits = all('Encounter', demonstration.entries)
    const places = visits
      .filter(({ sensitive }) => sensitive)
      .map(({ resource }) => resource.serviceType?.text)
    expect(new Set(places)).toEqual(new Set(['ART Centre', 'De-addiction', 'Family Planning', 'Psychiatry']))
  })

  it('is marked by test and medicine elsewhere, too', () => {
    const antenatal = all('Observation').filter(({ resource }) =>
      ['31201-7', '5292-8', '2106-3'].includes(loinc(resource)),
    )
    expect(antenatal.length).toBeGreaterThan(50)
    expect(antenatal.every(({ sensitive }) => sensitive)).toBe(true)
    expect(share(many.entries, ({ sensitive }) => sensitive)).toBeLessThan(0.06)
  })
})

describe('4. seasons', () => {
  const monthsOf = (code: string) =>
    all('Condition')
      .filter(({ resource }) => icd(resource) === code)
      .map(({ resource }) => monthOf(onset(resource)))
  const within = (code: string, months: readonly number[]) =>
    share(monthsOf(code), (month) => months.includes(month))
  const homes = new Map(many.people.map(({ key, address }) => [key, address]))

  it('dengue and chikungunya come from June to October', () => {
    expect(monthsOf('A90').length).toBeGreaterThan(20)
    expect(within('A90', [5, 6, 7, 8, 9])).toBeGreaterThan(0.85)
    expect(within('A92.0', [5, 6, 7, 8, 9])).toBeGreaterThan(0.7)
  })

  it('gastroenteritis and typhoid come in summer and the first rains', () => {
    expect(within('A09', [3, 4, 5, 6])).toBeGreaterThan(0.45)
    expect(within('A01.0', [3, 4, 5, 6, 7])).toBeGreaterThan(0.55)
  })

  it('leptospirosis and malaria stay on the coast, Kyasanur forest disease in the Malnad from November to May', () => {
    const placesOf = (code: string) =>
      all('Condition')
        .filter(({ resource }) => icd(resource) === code)
        .map(({ person }) => homes.get(person))
    for (const code of ['A27.9', 'B51.9'])
      expect(placesOf(code).every((home) => home?.taluk === 'Honnavara')).toBe(true)
    expect(placesOf('A98.2').length).toBeGreaterThan(2)
    expect(
      placesOf('A98.2').every((home) => home?.rural && ['Sagara', 'Thirthahalli'].includes(home.taluk)),
    ).toBe(true)
    expect(within('A98.2', [10, 11, 0, 1, 2, 3, 4])).toBeGreaterThan(0.9)
  })

  it('scrub typhus comes after the rains, snakebite at sowing', () => {
    expect(within('A75.3', [8, 9, 10, 11, 0])).toBeGreaterThan(0.85)
    expect(within('T63.0', [4, 5, 6, 7, 8])).toBeGreaterThan(0.5)
  })

  it('hides an outbreak in one village, many times what its weeks see else', () => {
    const { place, from, to, cases } = demonstration.answers.outbreak
    expect(cases.length).toBeGreaterThan(7)
    expect(toDay(to)).toBeLessThan(END)
    const there = new Set(
      demonstration.people.filter(({ address }) => address.place === place).map(({ key }) => key),
    )
    const days = all('Condition', demonstration.entries)
      .filter(({ person, resource }) => there.has(person) && icd(resource) === 'A09')
      .map(({ resource }) => onset(resource))
    const inside = days.filter((day) => day >= toDay(from) && day <= toDay(to)).length
    const usual = (days.filter((day) => day < toDay(from)).length * 20) / (toDay(from) - toDay('2021-01-01'))
    expect(inside).toBeGreaterThan(5 * usual)
    expect(cases.every(({ person }) => there.has(person))).toBe(true)
  })
})
