import { expect, it } from 'vitest'
import { pileOf, unsavedIn, type Pile } from './piles.ts'

const patient = (person: string) => ({
  person,
  name: person,
  sex: 'other' as const,
  birthDate: '1980',
  healthId: null,
  hasPhoto: false,
})

it('is one pile for a patient at a house, and another for the next', () => {
  const piles = new Map<string, Pile>()
  const asha = pileOf({ organisation: 'a', patient: patient('asha') }, piles)
  expect(pileOf({ organisation: 'a', patient: patient('asha') }, piles)).toBe(asha)
  expect(pileOf({ organisation: 'a', patient: patient('ravi') }, piles)).not.toBe(asha)
  expect(pileOf({ organisation: 'b', patient: patient('asha') }, piles)).not.toBe(asha)
})

it('counts what is on its way and what failed, and not what is saved', async () => {
  const { uploads } = pileOf({ organisation: 'a', patient: patient('asha') }, new Map())
  const ends = [() => Promise.resolve(undefined), () => Promise.reject(new Error('no network'))]
  for (const end of ends) uploads.add([new File(['x'], 'scan.pdf')], end)
  expect(unsavedIn(uploads)).toBe(2)
  await expect.poll(() => unsavedIn(uploads)).toBe(1)
})
