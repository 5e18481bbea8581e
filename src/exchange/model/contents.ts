/** What the frames of an export hold. */
import { z } from 'zod'

import { bytes, fixed, struct, taggedMessage, uint, type Bytes } from '#kernel'

/** As much as a document may be, by the largest setting. */
const MOST = 1024 * 1024 * 1024
const MOST_PROOF = 64 * 1024

/** Told, not proved: words for people. The secret names the chart's strands, so that none can be left out unseen. */
export const aboutSchema = z.strictObject({
  format: z.literal('twinchart/export/1'),
  chain: z.string(),
  exportedAt: z.int(),
  patient: z.string(),
  healthId: z.string(),
  secret: z.string(),
  /** Names of the organisations that wrote, by their id on the ledger. */
  organisations: z.record(z.string(), z.string()),
})
export type About = z.infer<typeof aboutSchema>

/** A value in the state, or its absence, under the head: value and ICS 23 proof. */
export const proofFrame = struct({ value: bytes(MOST_PROOF), proof: bytes(MOST_PROOF) })

/** A leaf of the strand before it: what the commitment is over. */
export const leafFrame = struct({ salt: fixed(32), stored: bytes(MOST) })

/** A consent's state on the ledger. */
export const consentFrame = struct({ consent: fixed(16), value: bytes(MOST_PROOF), proof: bytes(MOST_PROOF) })

/** A document, found by the SHA-256 that its entry names. */
export const documentFrame = struct({ bytes: bytes(MOST) })

/**
 * Closes the file: how many frames came before, and the exporting node's signature over the seal of the last of them,
 * with the proof that the key is an organisation's on the ledger.
 */
export const endFrame = struct({
  frames: uint,
  key: fixed(32),
  signature: fixed(64),
  value: bytes(MOST_PROOF),
  proof: bytes(MOST_PROOF),
})

/** What the node signs. */
export function endMessage(seal: Bytes): Bytes {
  return taggedMessage('export-end/1', seal)
}
