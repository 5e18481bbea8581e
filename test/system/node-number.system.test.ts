import { expect, it } from 'vitest'

import { openPlace, openTestNode } from '../fixtures/node.ts'

it('a database keeps the number of its node: under another one nothing opens, and nothing is changed', async () => {
  await using place = await openPlace()
  const authorities = { text: `select number from identity.organisation where kind = 'authority'` }
  {
    await using first = await openTestNode(place, { node: 2222 })
    expect(await first.node.database.rows(authorities)).toEqual([{ number: 2222 }])
  }
  await expect(openTestNode(place, { node: 2223 })).rejects.toThrow(
    expect.objectContaining({
      code: 'BAD_CONFIGURATION',
      message: expect.stringContaining('that of node 2222, which cannot become node 2223'),
    }),
  )
  await using again = await openTestNode(place, { node: 2222 })
  expect(await again.node.database.rows(authorities)).toEqual([{ number: 2222 }])
})
