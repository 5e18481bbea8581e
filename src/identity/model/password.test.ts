import { expect, it } from 'vitest'

import { isWeakPassword } from './password.ts'

const about = ['Lakshmi Hegde', 'lakshmi.h@example.org', '+919845012345', '10001234567890']

it.each([
  'password',
  'PassWord123',
  'aaaaaaaaaa',
  'abcdefgh',
  '87654321',
  'lakshmi hegde',
  'LakshmiHegde12',
  '+919845012345',
  'Twinchart',
])('%j is too easily thought of', (password) => {
  expect(isWeakPassword(password, about)).toBe(true)
})

it.each(['correct horse battery', 'ಹಸಿರು-ಕುದುರೆ-೭', 'lakshmi hegde loves mango', 'k8#Vq2!x'])(
  '%j is not',
  (password) => {
    expect(isWeakPassword(password, about)).toBe(false)
  },
)

it('holds nothing against a password where nothing is known of its owner', () => {
  expect(isWeakPassword('k8#Vq2!x', ['', 'R'])).toBe(false)
})
