import { expect, it } from 'vitest'

import { DomainError, unreachable } from './errors.ts'

class WardError extends DomainError<'NO_BED'> {}

it('carries its code, its own name and its cause', () => {
  const cause = new Error('full')
  const error = new WardError('NO_BED', 'there is no bed: ask again tomorrow', { cause })
  expect(error).toMatchObject({ code: 'NO_BED', name: 'WardError', cause })
  expect(error).toBeInstanceOf(DomainError)
})

it('stops where a switch was thought to be exhaustive', () => {
  const state: 'open' | 'closed' = JSON.parse('"half open"')
  const act = () => {
    switch (state) {
      case 'open':
      case 'closed':
        return state
      default:
        return unreachable(state)
    }
  }
  expect(act).toThrow('unreachable case "half open"')
})
