import { expect, it } from 'vitest'
import { inGroups } from './codes.ts'

it('writes a secret in fours', () => {
  expect(inGroups('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP')
  expect(inGroups('JBSWY')).toBe('JBSW Y')
  expect(inGroups('')).toBe('')
})
