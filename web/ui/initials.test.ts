import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Lakshmi Devi', 'LD'],
  ['K. S. Narasimhaswamy', 'KN'],
  ['Fatima', 'F'],
  ['baby of Sunita (2)', 'BS'],
  ['ಲಕ್ಷ್ಮೀದೇವಿ ಹಿರೇಮಠ', 'ಲ'],
  ['', ''],
])('%s is shortened to %s', (name, short) => {
  expect(initials(name)).toBe(short)
})
