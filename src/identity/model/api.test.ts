import { expect, it } from 'vitest'

import { developmentEndpoints, identityEndpoints } from './api.ts'
import { IDENTITY_CODES } from './errors.ts'

const all = [...identityEndpoints, ...developmentEndpoints]

it('names each endpoint once, and each place once', () => {
  const places = all.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  expect(new Set(places).size).toBe(all.length)
})

it('refuses with codes of identity only', () => {
  const known: readonly string[] = IDENTITY_CODES
  expect(all.flatMap(({ refusals }) => refusals).filter((code) => !known.includes(code))).toEqual([])
})

it('lets whoever is not signed in only begin, sign in, and look at what is public', () => {
  const open = identityEndpoints.filter(({ caller }) => caller.who === 'anyone').map(({ name }) => name)
  expect(open.toSorted()).toEqual([
    'account.resend',
    'account.signUp',
    'account.verify',
    'licence.read',
    'password.forgotten',
    'password.reset',
    'registration.counter',
    'session.passkey',
    'session.passkeyOptions',
    'session.secondFactor',
    'session.signIn',
  ])
})

it('limits as guessing whatever takes a code, a password or an identifier', () => {
  const guessable = identityEndpoints.filter(({ body }) => {
    const shape: unknown = Reflect.get(body, 'shape')
    const fields = typeof shape === 'object' && shape !== null ? Object.keys(shape) : []
    return fields.some((field) => ['code', 'password', 'current', 'identifier', 'healthId'].includes(field))
  })
  const loose = guessable.filter(({ limit }) => limit !== 'guess').map(({ name }) => name)
  expect(loose).toEqual(['registration.register'])
})
