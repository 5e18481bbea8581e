import { expect, it } from 'vitest'

import { chooseAccount, type Machine } from './account.ts'

const users =
  'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/sbin/nologin\nnobody:x:65534:65534::/:/sbin/nologin\n'

function machine(isRoot: boolean, ...programs: readonly string[]): Machine {
  const others = new Set(['unshare', 'setpriv']).difference(new Set(programs))
  return { isRoot, users, can: async (command) => !command.some((word) => others.has(word)) }
}

it('runs PostgreSQL as who we are, if that is not root', async () => {
  const { before, id } = await chooseAccount(machine(false, 'unshare', 'setpriv'))
  expect(before.join(' ')).toBe('setpriv --pdeathsig INT')
  expect(id).toBeUndefined()
})

it('makes root somebody in a namespace, and asks for the death signal inside of it', async () => {
  const { before, id } = await chooseAccount(machine(true, 'unshare', 'setpriv'))
  expect(before.join(' ')).toBe('unshare --user --map-user=65534 --map-group=65534 setpriv --pdeathsig INT')
  expect(id).toBeUndefined()
})

it('makes root another user where there are no namespaces', async () => {
  const { before, id } = await chooseAccount(machine(true, 'setpriv'))
  expect(before.join(' ')).toBe('setpriv --pdeathsig INT')
  expect(id).toBe(65_534)
})

it('takes an account that the machine knows: initdb looks its name up', async () => {
  const few = 'root:x:0:0::/root:/bin/sh\nbin:x:3:3::/:/bin/false\n'
  expect(await chooseAccount({ ...machine(true), users: few })).toEqual({ before: [], id: 3 })
})

it('does without a death signal where there is none', async () => {
  const { before } = await chooseAccount(machine(false))
  expect(before).toEqual([])
})
