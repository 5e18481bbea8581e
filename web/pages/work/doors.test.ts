import { expect, it } from 'vitest'
import type { Me } from '#identity/model'
import { doorOf, doorsOf } from './doors.ts'

const anyone: Pick<Me, 'licences' | 'memberships' | 'isOfficer'> = {
  licences: [],
  memberships: [],
  isOfficer: false,
}
const licence = {
  practitioner: 'b0'.repeat(16),
  system: 'modern',
  state: 'suspended',
  validUntil: 1,
} as const

it('gives everybody the door to their own chart, and nothing more', () => {
  expect(doorsOf(person({}))).toEqual([{ role: 'patient', href: '/' }])
})

it('gives a doctor a door, also while the licence is stopped', () => {
  expect(doorsOf(person({ licences: [licence] })).map(({ href }) => href)).toEqual(['/', '/visits'])
})

it('gives one door for each organisation and role', () => {
  const doors = doorsOf(person({ memberships: [member('a', ['administrator']), member('b', ['nurse'])] }))
  expect(doors.map(({ href }) => href)).toEqual(['/', '/desk/a', '/desk/b', '/organisation/a'])
})

it('shuts the counter of an organisation that is suspended, and leaves its administrator the page that says so', () => {
  const suspended = { ...member('a', ['administrator']), state: 'suspended' } as const
  const doors = doorsOf(person({ memberships: [suspended] }))
  expect(doors.map(({ href }) => href)).toEqual(['/', '/organisation/a'])
})

it('gives an analyst no place at the counter', () => {
  expect(doorsOf(person({ memberships: [member('a', ['analyst'])] }))).toHaveLength(1)
})

it('knows behind which door a page is, and that one address is not the beginning of another', () => {
  const doors = doorsOf(person({ isOfficer: true, licences: [licence] }))
  expect(doorOf(doors, '/visits/7')?.role).toBe('doctor')
  expect(doorOf(doors, '/officer')?.role).toBe('officer')
  expect(doorOf(doors, '/visitsx')).toBeUndefined()
})

it('never takes a page of work for a page of the own chart', () => {
  expect(doorOf(doorsOf(person({})), '/chart')).toBeUndefined()
})

function member(organisation: string, roles: Me['memberships'][number]['roles']): Me['memberships'][number] {
  return { organisation, roles, name: organisation, kind: 'hospital', state: 'active', counter: '0123456789' }
}

function person(part: Partial<typeof anyone>): Me {
  return {
    ...anyone,
    ...part,
    name: 'Asha',
    birthDate: '1980',
    sex: 'female',
    person: 'p',
    healthId: '',
    language: 'en',
    theme: 'system',
    hasPhoto: false,
    contacts: [],
    hasSecondFactor: false,
    passkeys: 0,
  }
}
