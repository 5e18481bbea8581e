import { z } from 'zod'

import { defineEndpoint } from '#http/model'

/** Public: whoever verifies exports compares the keys, which come from another place than the file. */
export const ledgerEndpoint = defineEndpoint({
  name: 'ledger.head',
  method: 'GET',
  path: '/api/ledger',
  summary: "The ledger's last signed head: its chain, height and time, and the whole keys of its validators.",
  caller: { who: 'anyone' },
  answer: z.object({
    chain: z.string(),
    height: z.int(),
    time: z.int(),
    /** Ed25519 public keys in hexadecimal, as `twinchart verify --trust` takes them. */
    validators: z.array(z.object({ key: z.string(), power: z.int() })),
  }),
})
