import { expect, it } from 'vitest'
import { LICENCE_FIELDS, NO_LICENCE, toClaim as toLicence, wrongIn as wrongInLicence } from './licence.ts'
import { CLAIM_FIELDS, NOTHING_CLAIMED, toClaim, wrongIn } from './organisation.ts'

const clinic = {
  kind: 'clinic',
  name: 'City Clinic',
  registration: 'KPME/123',
  address: '12 Station Road',
  place: 'Dharwad',
  district: 'Dharwad',
  state: 'Karnataka',
  pin: '580001',
  phone: '0836 222333',
}
const licence = {
  system: 'modern',
  council: 'Karnataka Medical Council',
  number: '48213',
  qualification: 'MBBS',
  registeredIn: 'Karnataka',
  validUntil: '2030-12-31',
}
const named = (field: string) => field

it('names every field of an empty form', () => {
  expect(Object.keys(wrongIn(NOTHING_CLAIMED, named))).toEqual([...CLAIM_FIELDS])
  expect(Object.keys(wrongInLicence(NO_LICENCE, named))).toEqual([...LICENCE_FIELDS])
})

it('sends what is complete', () => {
  expect(wrongIn(clinic, named)).toEqual({})
  expect(toClaim(clinic)).toEqual(clinic)
  expect(wrongInLicence(licence, named)).toEqual({})
  expect(toLicence(licence)).toEqual(licence)
})

it.each([
  ['pin', '58000'],
  ['pin', '080001'],
  ['kind', 'bakery'],
  ['phone', '12'],
])('refuses an organisation by its %s: %s', (field, value) => {
  expect(wrongIn({ ...clinic, [field]: value }, named)).toEqual({ [field]: field })
  expect(toClaim({ ...clinic, [field]: value })).toBeUndefined()
})

it.each([
  ['validUntil', '2030-02-30'],
  ['system', 'magic'],
  ['number', ' '],
])('refuses a licence by its %s: %s', (field, value) => {
  expect(wrongInLicence({ ...licence, [field]: value }, named)).toEqual({ [field]: field })
  expect(toLicence({ ...licence, [field]: value })).toBeUndefined()
})
