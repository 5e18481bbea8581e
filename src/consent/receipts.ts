/** What the node promises of looks that are durable: one signature for those that were written at once. */
import { EMPTY, encode, toBase64Url, type Bytes, type Instant, type Signer } from '#kernel'
import { hashLeaf, MerkleLevels } from '#ledger/model'

import { promiseCodec, roundMessage, type Receipt } from './model/index.ts'

/** A look that is not on the ledger by then is evidence against the node. */
const ANCHORED_WITHIN = 60_000

/** A look with its place in its strand. */
export interface Placed {
  readonly id: string
  readonly at: Instant
  readonly leaf: Bytes
  readonly strand: Bytes
  readonly index: number
}

/** A look has the same promise whenever it is asked for; on its own, its way to the root is empty. */
export function promise(home: Signer, looks: readonly Placed[]): readonly Receipt[] {
  const promises = looks.map(({ at, leaf, strand, index }) =>
    encode(promiseCodec, { strand, index, leaf, at, anchoredBy: at + ANCHORED_WITHIN }),
  )
  const tree = new MerkleLevels(promises.map(hashLeaf))
  const head = tree.head()
  const shared = {
    count: head.count,
    root: toBase64Url(head.root),
    signature: toBase64Url(home.sign(roundMessage(head))),
  }
  return looks.map(({ id }, index) => {
    const path = tree.inclusion(index).map(toBase64Url)
    return { look: id, promise: toBase64Url(promises[index] ?? EMPTY), index, path, ...shared }
  })
}
