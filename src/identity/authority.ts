import type { TransactionType } from '#ledger/model'

import type { Context } from './context.ts'

/** Submits what only the health authority may; final and applied when it resolves. */
export async function submitAsAuthority<Body>(
  { ledger, authority }: Context,
  type: TransactionType<Body>,
  body: Body,
): Promise<void> {
  await ledger.submit(type, body, { signer: ledger.signerFor(authority) })
}
