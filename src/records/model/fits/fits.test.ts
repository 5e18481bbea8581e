import type { Patient } from '@medplum/fhirtypes'
import { expect, it } from 'vitest'

import { fitOf, misfitsOf, type Registered } from './fits.ts'
import { areSameName } from './name.ts'
import { toLatin } from './script.ts'
import { jaroWinkler } from './spelling.ts'

it.each([
  ['Latha', 'Lata'],
  ['Geetha K', 'Gita K.'],
  ['Manjunath Gowda', 'MANJUNATHA GOUDA'],
  ['Lakshmi Devi', 'Laxmi Devi'],
  ['K. Ravi Kumar', 'Ravi Kumar K'],
  ['Kempegowda Ravi Kumar', 'K R Kumar'],
  ['Ramakrishna Hegde', 'Rama Krishna Hegde'],
  ['Mohd. Irfan', 'Mohammed Irfan'],
  ['Mrs. Fathima Bi', 'Fatima Bi'],
  ['Shivakumar', 'Sivakumar'],
  ['Venkatesh Murthy', 'Venkatesha Murthy B S'],
  ['Suresh S/o Ramappa', 'Suresh'],
  ['B/O Savitha', 'Baby of Savita'],
  ['ಲಕ್ಷ್ಮಿ ದೇವಿ', 'Lakshmi Devi'],
  ['मंजुनाथ', 'Manjunath'],
  ['Asha', 'Asha Rao'],
])('takes %s and %s for one name', (one, other) => {
  expect(areSameName(one, other)).toBe(true)
  expect(areSameName(other, one)).toBe(true)
})

it.each([
  ['Ravi Kumar', 'Suresh Kumar'],
  ['R Kumar', 'S Kumar'],
  ['Lakshmi Devi', 'Saraswati Devi'],
  ['Suresh', 'Ramesh'],
  ['Asha', 'Usha'],
  ['Mahesh', 'Umesh'],
  ['Savitha', 'Baby of Savitha'],
  ['Anitha', 'Vinitha'],
  ['Ravi', 'R'],
  ['K R', 'K R'],
  ['Mr.', 'Mr.'],
  ['', 'Asha'],
])('does not take %s and %s for one name', (one, other) => {
  expect(areSameName(one, other)).toBe(false)
})

it('spells Kannada and Devanagari letters in Latin', () => {
  expect(toLatin('ಕನ್ನಡ')).toBe('kannada')
  expect(toLatin('सुरेश')).toBe('suresha')
  expect(toLatin('Asha ಗೌಡ')).toBe('Asha gauda')
})

/** The examples of Winkler 1990, table 1. */
it.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['abc', 'xyz', 0],
])('compares %s and %s as Winkler does', (a, b, similarity) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 3)
})

const asha: Registered = { names: ['Asha Rao'], birthDate: '1984-03-12', sex: 'female' }

function born(record: string, person: string) {
  const about = { names: [], birthDate: record, sex: 'unknown', age: null } as const
  return fitOf(about, { ...asha, birthDate: person }).age
}

it('compares birthdays exactly, and what was only reckoned loosely', () => {
  expect(born('1984-03-12', '1984-03-12')).toBe('fits')
  expect(born('1984-12-03', '1984-03-12')).toBe('fits')
  expect(born('1984-03-13', '1984-03-12')).toBe('differs')
  expect(born('1986-01-01', '1984-03-12')).toBe('fits')
  expect(born('1986', '1984-06-01')).toBe('fits')
  expect(born('1988', '1984-03-12')).toBe('differs')
  expect(born('12/03/1984', '1984-03-12')).toBe('unknown')
})

it('compares a printed age with the birthday', () => {
  const printed = (years: number) =>
    ({ names: [], birthDate: null, sex: 'unknown', age: { years, on: '2024-05-01' } }) as const
  expect(fitOf(printed(40), asha).age).toBe('fits')
  expect(fitOf(printed(43), asha).age).toBe('fits')
  expect(fitOf(printed(45), asha).age).toBe('differs')
})

it('names what does not fit', () => {
  const patient: Patient = {
    resourceType: 'Patient',
    name: [{ given: ['Usha'], family: 'Rao' }],
    gender: 'male',
    birthDate: '1990-02-02',
  }
  expect(misfitsOf(patient, asha)).toEqual(['name', 'age', 'sex'])
  expect(
    misfitsOf({ ...patient, name: [{ text: 'Rao Asha' }], gender: 'other', birthDate: '1984' }, asha),
  ).toEqual([])
  expect(misfitsOf({ resourceType: 'Patient' }, asha)).toEqual([])
})

it('reads the name beside a reference, and says nothing where there is none', () => {
  const report = {
    resourceType: 'Condition',
    subject: { reference: 'Patient/1', display: 'Ramesh B' },
  } as const
  expect(misfitsOf(report, asha)).toEqual(['name'])
  expect(misfitsOf({ ...report, subject: { display: 'ASHA R' } }, asha)).toEqual([])
  expect(misfitsOf({ ...report, subject: { reference: 'Patient/1' } }, asha)).toEqual([])
})
