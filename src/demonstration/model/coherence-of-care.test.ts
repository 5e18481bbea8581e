/** The demonstration population, points 5 to 8: medicines, pathways, calendar, coherence. */
import type { Encounter } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'

import { ageOn, isFestival, isSunday, toDay, yearOf } from './calendar.ts'
import {
  all,
  atc,
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
import type { DemoEntry } from './index.ts'
import { WAVES } from './tables/covid.ts'

const ownership = new Map<string, string>(many.organisations.map(({ key, ownership: of }) => [key, of]))
const requests = all('MedicationRequest')
const text = ({ resource }: (typeof requests)[number]): string =>
  resource.medicationCodeableConcept?.text ?? ''

describe('5. medicines', () => {
  it('has what is prescribed in Karnataka day by day', () => {
    const seen = new Set(requests.map(({ resource }) => atc(resource)))
    for (const code of [
      'A10BA02',
      'A10BB12',
      'A10BD02',
      'C09CA07',
      'C09DB04',
      'A02BC02',
      'N02BE01',
      'H03AA01',
      'J01CR02',
      'J01FA10',
    ])
      expect(seen).toContain(code)
    expect(requests.some((entry) => text(entry).includes('PARACETAMOL 650 mg'))).toBe(true)
    expect(
      requests.some(
        ({ resource }) =>
          atc(resource) === 'J01FA10' && resource.dosageInstruction?.[0]?.text === '1-0-0 × 3 days',
      ),
    ).toBe(true)
  })

  it('writes brands and combinations in private, plain generics in public', () => {
    const isBranded = (entry: (typeof requests)[number]) => /\(.*[A-Z]{4}/.test(text(entry))
    const isPrivate = ({ organisation }: (typeof requests)[number]) =>
      ownership.get(organisation) === 'private'
    expect(share(requests.filter(isPrivate), isBranded)).toBeGreaterThan(0.7)
    expect(requests.filter((entry) => !isPrivate(entry)).some(isBranded)).toBe(false)
    const combined = requests.filter(({ resource }) => ['A10BD02', 'C09DB04'].includes(atc(resource)))
    expect(share(combined, isPrivate)).toBeGreaterThan(0.95)
  })

  it('gives too many antibiotics for colds, more in private', () => {
    const colds = new Map(
      all('Condition')
        .filter(({ resource }) => icd(resource) === 'J06.9')
        .map(({ key, organisation }) => [`urn:uuid:${key}`, organisation]),
    )
    const treated = new Set(
      requests
        .filter(({ resource }) => atc(resource).startsWith('J01'))
        .flatMap(({ resource }) => resource.reasonReference?.[0]?.reference ?? []),
    )
    const shareAt = (kind: string) =>
      share(
        [...colds].filter(([, key]) => ownership.get(key) === kind),
        ([id]) => treated.has(id),
      )
    expect(shareAt('public')).toBeGreaterThan(0.25)
    expect(shareAt('private')).toBeGreaterThan(shareAt('public'))
  })

  it('gives no tablet for grown people to a small child', () => {
    const born = new Map(many.people.map(({ key, birthDate }) => [key, toDay(birthDate)]))
    const small = requests.filter((entry) => ageOn(born.get(entry.person) ?? 0, dayOfEntry(entry)) < 5)
    expect(small.length).toBeGreaterThan(100)
    expect(small.some(({ resource }) => /^(A10|C0|N05|N06|M01|J01FA|J01MA|J01AA)/.test(atc(resource)))).toBe(
      false,
    )
  })
})

describe('6. pathways', () => {
  it('lead from health worker to college, beside the private clinic, the laboratory and the pharmacies', () => {
    const doors = new Set(many.entries.map(({ organisation }) => organisation))
    expect(doors.size).toBe(7)
    const isOutreach = ({ resource }: { resource: Encounter }) =>
      resource.location?.[0]?.location.display?.startsWith('Health and Wellness Centre') ?? false
    expect(share(all('Encounter'), isOutreach)).toBeGreaterThan(0.2)
  })

  it('repeat the same test in three places within weeks', () => {
    const byPersonAndTest = Map.groupBy(
      all('Observation').filter(({ resource }) => resource.category?.[0]?.coding?.[0]?.code === 'laboratory'),
      ({ person, resource }) => `${person} ${loinc(resource)}`,
    )
    const repeated = [...byPersonAndTest.values()].filter((results) =>
      results.some((first) => {
        const soon = results.filter((other) => Math.abs(dayOfEntry(other) - dayOfEntry(first)) < 30)
        return new Set(soon.map(({ organisation }) => organisation)).size > 2
      }),
    )
    expect(repeated.length).toBeGreaterThan(10)
  })

  it('leave referrals unanswered', () => {
    const referrals = all('ServiceRequest')
    expect(share(referrals, ({ resource }) => resource.status === 'active')).toBeGreaterThan(0.15)
    expect(share(referrals, ({ resource }) => resource.status === 'completed')).toBeGreaterThan(0.2)
  })

  it('fill the antenatal card and keep to the immunisation schedule', () => {
    const antenatal = new Set(
      all('Condition')
        .filter(({ resource }) => icd(resource) === 'Z34.9')
        .map(({ person }) => person),
    )
    expect(antenatal.size).toBeGreaterThan(20)
    const fundus = all('Observation').filter(({ resource }) => loinc(resource) === '11881-0')
    expect(fundus.every(({ person }) => antenatal.has(person))).toBe(true)
    const born = new Map(many.people.map(({ key, birthDate }) => [key, toDay(birthDate)]))
    const doses = all('Immunization').filter(
      ({ resource }) => resource.vaccineCode.coding?.[0]?.code === '198',
    )
    const weeks = (dose: number) =>
      doses
        .filter(({ resource }) => resource.protocolApplied?.[0]?.doseNumberPositiveInt === dose)
        .map((entry) => (dayOfEntry(entry) - (born.get(entry.person) ?? 0)) / 7)
    expect(doses.length).toBeGreaterThan(60)
    expect(Math.min(...weeks(1))).toBeGreaterThanOrEqual(6)
    expect(Math.max(...weeks(3))).toBeLessThan(18)
  })

  it('refill chronic medicines about each month', () => {
    const refills = Map.groupBy(
      all('MedicationDispense').filter(({ resource }) => atc(resource) === 'A10BA02'),
      ({ person }) => person,
    )
    const gaps = [...refills.values()].flatMap((days) =>
      days.slice(1).map((entry, place) => dayOfEntry(entry) - dayOfEntry(days[place] ?? entry)),
    )
    expect(gaps.length).toBeGreaterThan(200)
    expect(share(gaps, (gap) => gap >= 20 && gap <= 45)).toBeGreaterThan(0.6)
  })

  it('treat tuberculosis for six months and lose a quarter', () => {
    const last = new Map(
      all('MedicationRequest')
        .filter(({ resource }) => atc(resource).startsWith('J04A'))
        .map((entry) => [entry.person, dayOfEntry(entry)]),
    )
    const found = many.answers.conditions.filter(
      ({ condition, knownSince }) =>
        condition === 'tuberculosis' &&
        toDay(knownSince ?? '') > toDay('2021-01-01') &&
        toDay(knownSince ?? '') < END - 200,
    )
    const months = found.map(
      ({ person, knownSince }) => ((last.get(person) ?? 0) - toDay(knownSince ?? '')) / 28,
    )
    expect(found.length).toBeGreaterThan(5)
    expect(share(months, (each) => each >= 3.6)).toBeGreaterThan(0.5)
    expect(share(months, (each) => each < 3.6)).toBeGreaterThan(0.05)
  })
})

describe('7. calendar', () => {
  const clinics = all('Encounter')
    .filter(({ resource }) => resource.class.code === 'AMB' || resource.class.code === 'HH')
    .map(dayOfEntry)

  it('has thin Sundays and festivals', () => {
    expect(share(clinics, isSunday)).toBeLessThan(0.05)
    const days = Array.from(
      { length: END - toDay('2021-01-01') },
      (_, day) => toDay('2021-01-01') + day,
    ).filter((day) => !isSunday(day))
    const perDay = (fits: (day: number) => boolean) =>
      clinics.filter((day) => !isSunday(day) && fits(day)).length / days.filter(fits).length
    expect(perDay(isFestival)).toBeLessThan(0.5 * perDay((day) => !isFestival(day)))
  })

  it('has the waves of the pandemic, with tests in them and the doses in their time', () => {
    const inWave = (day: number) => WAVES.some(({ from, to }) => day >= toDay(from) && day <= toDay(to))
    const tests = all('Observation')
      .filter(({ resource }) => loinc(resource) === '94500-6')
      .map(dayOfEntry)
    expect(tests.length).toBeGreaterThan(80)
    expect(tests.every(inWave)).toBe(true)
    const doses = all('Immunization').filter(({ resource }) =>
      ['210', '502'].includes(resource.vaccineCode.coding?.[0]?.code ?? ''),
    )
    expect(doses.every((entry) => dayOfEntry(entry) >= toDay('2021-03-01'))).toBe(true)
    const grown = many.people.filter(
      ({ birthDate, deathDate }) =>
        deathDate === undefined && ageOn(toDay(birthDate), toDay('2021-06-21')) >= 18,
    )
    const dosed = new Set(doses.map(({ person }) => person))
    expect(share(grown, ({ key }) => dosed.has(key))).toBeGreaterThan(0.88)
  })

  it('is mostly scans before 2021 and mostly resources later', () => {
    const before = demonstration.entries.filter((entry) => yearOf(dayOfEntry(entry)) < 2021)
    const later = demonstration.entries.filter((entry) => yearOf(dayOfEntry(entry)) > 2021)
    expect(share(before, ({ kind }) => kind === 'document')).toBeGreaterThan(0.6)
    expect(share(later, ({ kind }) => kind === 'resource')).toBeGreaterThan(0.95)
  })
})

describe('8. coherence', () => {
  const results = Map.groupBy(all('Observation'), ({ resource }) => loinc(resource))
  const sugars = Map.groupBy(results.get('1558-6') ?? [], ({ person }) => person)
  const refills = Map.groupBy(
    all('MedicationDispense').filter(({ resource }) => atc(resource).startsWith('A10')),
    ({ person }) => person,
  )

  it('HbA1c follows the sugars of its weeks: (mean + 46.7) / 28.7', () => {
    const errors = (results.get('4548-4') ?? []).flatMap((entry) => {
      const near = (sugars.get(entry.person) ?? []).filter(
        (sugar) => Math.abs(dayOfEntry(sugar) - dayOfEntry(entry)) < 3,
      )
      return near.map(({ resource }) => number(entry.resource) - (number(resource) / 0.86 + 46.7) / 28.7)
    })
    expect(errors.length).toBeGreaterThan(200)
    expect(Math.abs(mean(errors))).toBeLessThan(0.5)
    expect(share(errors, (error) => Math.abs(error) < 1.2)).toBeGreaterThan(0.85)
  })

  it('HbA1c is higher after months without refills', () => {
    const byPerson = Map.groupBy(results.get('4548-4') ?? [], ({ person }) => person)
    const differences = [...byPerson].flatMap(([person, values]) => {
      const filled = (refills.get(person) ?? []).map(dayOfEntry)
      const monthsBefore = (day: number) =>
        new Set(
          filled
            .filter((each) => each < day && each > day - 95)
            .map((each) => Math.floor((day - each) / 31.7)),
        ).size
      const steady = values
        .filter((entry) => monthsBefore(dayOfEntry(entry)) === 3)
        .map(({ resource }) => number(resource))
      const lapsed = values
        .filter((entry) => monthsBefore(dayOfEntry(entry)) < 2 && dayOfEntry(entry) > toDay('2021-06-01'))
        .map(({ resource }) => number(resource))
      return steady.length > 0 && lapsed.length > 0 ? [mean(lapsed) - mean(steady)] : []
    })
    expect(differences.length).toBeGreaterThan(5)
    expect(mean(differences)).toBeGreaterThan(0.5)
  })

  it('dengue is NS1 first and IgM after, platelets lowest on day 4 to 6', () => {
    const inVisit = Map.groupBy(all('Observation'), ({ resource }) => resource.encounter?.reference)
    const visits = Map.groupBy(
      all('Encounter').filter(({ resource }) => resource.diagnosis !== undefined),
      ({ resource }) => resource.diagnosis?.[0]?.condition.reference,
    )
    const lowest = all('Condition').flatMap(({ key, resource }) => {
      if (icd(resource) !== 'A90') return []
      const found = (visits.get(`urn:uuid:${key}`) ?? []).flatMap(
        (visit) => inVisit.get(`urn:uuid:${visit.key}`) ?? [],
      )
      const of = (code: string) => found.filter((entry) => loinc(entry.resource) === code)
      const feverDay = (entry: DemoEntry) => dayOfEntry(entry) - onset(resource) + 1
      for (const entry of of('75377-2')) expect(feverDay(entry)).toBeLessThanOrEqual(5)
      for (const entry of of('25338-5')) expect(feverDay(entry)).toBeGreaterThanOrEqual(5)
      const [first, ...others] = of('777-3').toSorted((a, b) => number(a.resource) - number(b.resource))
      // A planted error may hide the lowest count, which everybody has on day 5.
      return first &&
        others.some((entry) => feverDay(entry) > 6) &&
        of('777-3').some((entry) => feverDay(entry) === 5)
        ? [feverDay(first)]
        : []
    })
    expect(lowest.length).toBeGreaterThan(10)
    expect(lowest.filter((day) => day < 4 || day > 6)).toEqual([])
  })

  it('gives no medicine without a reason', () => {
    for (const { entries } of [demonstration, many]) {
      const resources = entries.flatMap((entry) =>
        entry.kind === 'resource' ? [{ person: entry.person, resource: entry.resource }] : [],
      )
      const owners = (type: string) =>
        new Map(
          resources.flatMap(({ person, resource }) =>
            resource.resourceType === type ? [[`urn:uuid:${resource.id}`, person]] : [],
          ),
        )
      const [reasons, prescriptions] = [owners('Condition'), owners('MedicationRequest')]
      const baseless = resources.filter(({ person, resource }) => {
        if (resource.resourceType === 'MedicationRequest')
          return reasons.get(resource.reasonReference?.[0]?.reference ?? '') !== person
        return (
          resource.resourceType === 'MedicationDispense' &&
          prescriptions.get(resource.authorizingPrescription?.[0]?.reference ?? '') !== person
        )
      })
      expect(baseless).toEqual([])
      expect(prescriptions.size).toBeGreaterThan(1_000)
    }
  })

  it('writes nothing before birth, after death, or after the last day', () => {
    const people = new Map(many.people.map((person) => [person.key, person]))
    expect(many.people.filter(({ deathDate }) => deathDate !== undefined).length).toBeGreaterThan(5)
    const impossible = many.entries.filter((entry) => {
      const { birthDate = '', deathDate } = people.get(entry.person) ?? {}
      const day = dayOfEntry(entry)
      return !(day >= toDay(birthDate) && day <= (deathDate === undefined ? END : toDay(deathDate)))
    })
    expect(impossible).toEqual([])
    const unborn = all('Condition').filter(
      ({ person, resource }) => onset(resource) < toDay(people.get(person)?.birthDate ?? ''),
    )
    expect(unborn).toEqual([])
  })

  it('plants errors in three of a hundred entries, with a key that names each', () => {
    const { planted } = demonstration.answers
    expect(planted.length / demonstration.entries.length).toBeCloseTo(0.03, 2)
    const entries = new Map(demonstration.entries.map((entry) => [entry.key, entry]))
    for (const error of planted) {
      expect(entries.get(error.entry)?.person).toBe(error.person)
      if (error.beside !== undefined) expect(entries.has(error.beside)).toBe(true)
    }
    const kinds = new Set([...planted, ...many.answers.planted].map(({ kind }) => kind))
    for (const kind of [
      'duplicate',
      'unit',
      'decimal point',
      'year',
      'sex',
      'age',
      'same medicine twice',
      'allergy overlooked',
      'wrong person',
    ] as const)
      expect(kinds).toContain(kind)
  })

  it('has no other overlooked allergy than the planted', () => {
    const allergic = new Set(
      all('AllergyIntolerance')
        .filter(({ resource }) => resource.code?.text === 'Penicillin group')
        .map(({ person }) => person),
    )
    expect(allergic.size).toBeGreaterThan(5)
    expect(
      requests.some(({ person, resource }) => allergic.has(person) && atc(resource).startsWith('J01C')),
    ).toBe(false)
  })

  it('tells the sex of no foetus', () => {
    const scans = all('DiagnosticReport').filter(({ resource }) => loinc(resource) === '11525-3')
    expect(scans.length).toBeGreaterThan(10)
    for (const { resource } of scans) {
      expect(resource.conclusion).toContain('Sex not determined')
      expect(resource.conclusion).not.toMatch(/\b(male|female|boy|girl)\b/i)
    }
  })
})
