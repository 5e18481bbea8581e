import type { Bytes } from '#kernel'
import type { Session } from '#storage'

import type { Ledger } from './ledger.ts'
import { encodeStateProof, hashLeaf, MerkleLevels, strands } from './model/index.ts'
import type { LeafSource } from './pump.ts'
import { strandsOf } from './strand-store.ts'

/** That a commitment stands in its strand, and the strand under a signed head: for anybody's own check. */
interface LeafProof {
  readonly chain: string
  readonly strand: Bytes
  readonly index: number
  /** RFC 6962 inclusion under the strand's root. */
  readonly path: readonly Bytes[]
  /** `StateProof` of the strand, encoded. */
  readonly state: Bytes
}

/** The proof, or why there is none yet: it waits for a block, or the ledger refused it. */
type Proved =
  | { readonly kind: 'proved'; readonly proof: LeafProof }
  | { readonly kind: 'waiting'; readonly refusal: string | null }

export async function proveLeaf(
  ledger: Ledger,
  session: Session,
  source: LeafSource,
  chart: string,
  place: { readonly strand: number; readonly index: number },
): Promise<Proved> {
  const kept = (await strandsOf(session, chart)).find(({ ordinal }) => ordinal === place.strand)
  if (!kept || kept.anchored === null || kept.anchored <= place.index) {
    return { kind: 'waiting', refusal: kept?.refusal ?? null }
  }
  const proof = await ledger.prove(strands.keyOf(kept.strand))
  const count = proof.value === null ? 0 : strands.decode(proof.value).count
  if (count <= place.index) return { kind: 'waiting', refusal: null }
  const stretch = { chart, ordinal: place.strand, from: 0, upto: count }
  const [leaves = []] = await source.leaves(session, [stretch])
  const path = new MerkleLevels(leaves.map(hashLeaf)).inclusion(place.index)
  const { chain } = ledger
  return {
    kind: 'proved',
    proof: { chain, strand: kept.strand, index: place.index, path, state: encodeStateProof(proof) },
  }
}
