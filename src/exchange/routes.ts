import { serve, type Route } from '#http'
import { toHex } from '#kernel'
import type { Ledger } from '#ledger'

import { ledgerEndpoint } from './model/index.ts'

export function ledgerRoutes(ledger: Pick<Ledger, 'provable'>): readonly Route[] {
  return [
    serve(ledgerEndpoint, async () => {
      const { header, validators } = (await ledger.provable()).head
      const { chainId, height, time } = header
      const known = validators.validators.map(({ publicKey, power }) => ({ key: toHex(publicKey), power }))
      return { chain: chainId, height, time, validators: known }
    }),
  ]
}
