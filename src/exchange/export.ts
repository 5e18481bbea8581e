/** Writes a chart with its proofs into one file that anybody can verify, without asking us. */
import { encode, fromHex, fromUtf8, toBase64Url, toUtf8, type Bytes, type Clock } from '#kernel'
import type { Permission } from '#consent'
import { consents, openingSchema } from '#consent/model'
import { strandsOf, type KeptStrand, type Ledger, type Provable } from '#ledger'
import {
  absenceCodec,
  encodeLightBlock,
  existenceCodec,
  getValue,
  keyHolders,
  proveAbsence,
  proveExistence,
  strandId,
  strands,
} from '#ledger/model'
import type { Session } from '#storage'

import {
  consentFrame,
  documentFrame,
  endFrame,
  endMessage,
  EXPORT_MAGIC,
  FIRST_SEAL,
  leafFrame,
  proofFrame,
  writeFrame,
  type About,
  type FrameKind,
} from './model/index.ts'

/** What a leaf's commitment is over, with the document that the entry names. */
export interface OpenedLeaf {
  readonly salt: Bytes
  readonly stored: Bytes
  /** Opens the document that the entry names, where it names one. */
  readonly document?: (() => Promise<Bytes>) | null
}

/** Whoever keeps the leaves opens them, in the order of the strand, from its first to before `count`. */
interface LeafOpener {
  open(permission: Permission, strand: KeptStrand, count: number): AsyncIterable<OpenedLeaf>
}

interface ExportPorts {
  readonly database: Session
  readonly ledger: Ledger
  readonly openers: Readonly<Record<KeptStrand['kind'], LeafOpener>>
  readonly clock: Clock
  /** Names for the reader of the file. */
  describe(permission: Permission): Promise<Pick<About, 'patient' | 'healthId' | 'organisations'>>
}

/** The file, in pieces. All that was durable when it began is anchored first, so that it is in it. */
export async function* exportChart(ports: ExportPorts, permission: Permission): AsyncGenerator<Bytes> {
  const { database, ledger } = ports
  await ledger.settle()
  const provable = await ledger.provable()
  const kept = await strandsOf(database, permission.chart)
  const file = new Framing()
  yield EXPORT_MAGIC
  yield file.frame('about', toUtf8(JSON.stringify(await aboutOf(ports, permission))))
  yield file.frame('head', encodeLightBlock(provable.head))
  const granted: Bytes[] = []
  for (const strand of kept) yield* strandFrames(ports, permission, provable, strand, file, granted)
  const next = strands.keyOf(strandId(permission.keys.secret, kept.length))
  const absence = encode(absenceCodec, proveAbsence(provable.tree, next))
  yield file.frame('absence', encode(proofFrame, { value: new Uint8Array(0), proof: absence }))
  for (const consent of granted) {
    yield file.frame(
      'consent',
      encode(consentFrame, { consent, ...proofOf(provable, consents.keyOf(consent)) }),
    )
  }
  yield file.end(ledger, provable)
}

async function* strandFrames(
  { openers }: ExportPorts,
  permission: Permission,
  provable: Provable,
  strand: KeptStrand,
  file: Framing,
  granted: Bytes[],
): AsyncGenerator<Bytes> {
  const proof = proofOf(provable, strands.keyOf(strand.strand))
  const { count } = strands.decode(proof.value)
  yield file.frame('strand', encode(proofFrame, proof))
  const documents: (() => Promise<Bytes>)[] = []
  for await (const { salt, stored, document } of openers[strand.kind].open(permission, strand, count)) {
    yield file.frame('leaf', encode(leafFrame, { salt, stored }))
    if (document) documents.push(document)
    if (strand.kind === 'consents') granted.push(consentIn(stored))
  }
  // One at a time: a chart may hold many times what memory does.
  for (const open of documents) yield file.frame('document', encode(documentFrame, { bytes: await open() }))
}

/** Frames one after another, each under the seal of those before. */
class Framing {
  #seal = FIRST_SEAL
  #frames = 0

  frame(kind: FrameKind, payload: Bytes): Bytes {
    const { bytes, seal } = writeFrame(this.#seal, { kind, payload })
    this.#seal = seal
    this.#frames += 1
    return bytes
  }

  end({ home }: Ledger, provable: Provable): Bytes {
    const signature = home.sign(endMessage(this.#seal))
    const key = home.publicKey
    const proof = proofOf(provable, keyHolders.keyOf(key))
    return this.frame('end', encode(endFrame, { frames: this.#frames, key, signature, ...proof }))
  }
}

async function aboutOf({ ledger, clock, describe }: ExportPorts, permission: Permission): Promise<About> {
  return {
    format: 'twinchart/export/1',
    chain: ledger.chain,
    exportedAt: clock.now(),
    secret: toBase64Url(permission.keys.secret),
    ...(await describe(permission)),
  }
}

function proofOf({ tree }: Provable, key: Bytes): { readonly value: Bytes; readonly proof: Bytes } {
  const value = getValue(tree, key)
  if (!value) throw new Error('the state lacks what the export proves')
  return { value, proof: encode(existenceCodec, proveExistence(tree, key)) }
}

function consentIn(stored: Bytes): Bytes {
  const { consent } = openingSchema.parse(JSON.parse(fromUtf8(stored)))
  return fromHex(consent)
}
