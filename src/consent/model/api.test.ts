import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { allowEndpoint, decisionSchema, prepareEndpoint } from './index.ts'

const chosen = (count: number) => ({
  entries: Array.from({ length: count }, () => randomUUID()),
  later: true,
  minutes: 10_080,
})
/** As long as an assertion of a passkey gets (WebAuthn Level 3: its parts are a few hundred bytes each). */
const assertion = { id: 'x'.repeat(2_000), response: 'x'.repeat(20_000) }

describe('a decision on a whole long chart', () => {
  it.each([
    ['prepared', prepareEndpoint, { by: 'passkey' }],
    ['allowed', allowEndpoint, { proof: { by: 'passkey', assertion } }],
  ] as const)('is not too long to be %s', (_, endpoint, more) => {
    const body = { ...chosen(100_000), ...more }
    expect(endpoint.body.safeParse(body).success).toBe(true)
    expect(JSON.stringify(body).length).toBeLessThanOrEqual(endpoint.maxBytes)
  })

  it('of more entries than that is refused', () => {
    expect(decisionSchema.safeParse(chosen(100_001)).success).toBe(false)
  })
})
