/**
 * Checks an export with nothing but the file itself: no network, no database, in a page or on the command line. What
 * does not hold is named by its frame.
 */
import {
  CodecError,
  decode,
  fromBase64Url,
  fromUtf8,
  isSame,
  isSignedBy,
  sha256,
  toHex,
  toInstant,
  type Bytes,
} from '#kernel'
import { consents as ledgerConsents, lookSchema, openingSchema, type Look } from '#consent/model'
import {
  absenceCodec,
  appendAll,
  commitmentOf,
  EMPTY_FRONTIER,
  existenceCodec,
  frontierRoot,
  hashLeaf,
  isVote,
  keyHolders,
  readSignedHead,
  strandId,
  strands as ledgerStrands,
  verifyAbsence,
  verifyExistence,
  type LightBlock,
  type Strand,
} from '#ledger/model'

import {
  aboutSchema,
  consentFrame,
  documentFrame,
  endFrame,
  endMessage,
  leafFrame,
  proofFrame,
  type About,
} from './contents.ts'
import { FIRST_SEAL, FrameReader, type FoundFrame, type FrameKind } from './frames.ts'
import type { Finding, FindingCode, ProvedConsent, ProvedStrand, Report, Worth } from './report.ts'

interface Trust {
  /** Keys of validators that the reader knows to be the network's, in hexadecimal; without any, what signed is only told. */
  readonly keys?: readonly string[]
}

/** Checks a file as it comes. */
interface Verifying {
  take(piece: Bytes): void
  /** No more pieces come. */
  finish(): Report
}

export function beginVerifying(trust: Trust = {}): Verifying {
  const frames = new FrameReader()
  const reading = new Reading(trust)
  let count = 0
  return {
    take(piece) {
      for (const frame of frames.take(piece)) {
        reading.take(frame)
        count += 1
      }
    },
    finish() {
      const torn = frames.end()
      if (torn) reading.find(count === 0 ? 'NOT_AN_EXPORT' : 'TORN', torn.number, torn.problem)
      return reading.finish(count)
    },
  }
}

export function verifyExport(file: Bytes, trust: Trust = {}): Report {
  const verifying = beginVerifying(trust)
  verifying.take(file)
  return verifying.finish()
}

interface OpenStrand {
  readonly frame: number
  readonly strand: Strand
  frontier: typeof EMPTY_FRONTIER
}

/** How an entry names its document: the URL of the attachment is the SHA-256 of its bytes. */
const DOCUMENT_HASH = /"url"\s*:\s*"urn:sha256:([0-9a-f]{64})"/g

/** Goes through the frames in their order and keeps what they prove. */
class Reading {
  readonly #trust: Trust
  readonly #findings: Finding[] = []
  readonly #strands: ProvedStrand[] = []
  readonly #looks: Look[] = []
  readonly #openings = new Map<
    string,
    { readonly frame: number; readonly stored: string; readonly leaf: Bytes }
  >()
  readonly #consents: ProvedConsent[] = []
  readonly #named = new Map<string, number>()
  readonly #documents = new Set<string>()
  #about: About | undefined
  #head: LightBlock | undefined
  #open: OpenStrand | undefined
  #entries = 0
  #absent = false
  #closed = false
  #seal = FIRST_SEAL

  constructor(trust: Trust) {
    this.#trust = trust
  }

  find(code: FindingCode, frame: number, words: string): void {
    this.#findings.push({ code, frame, words })
  }

  take(frame: FoundFrame): void {
    if (!frame.isWhole) {
      this.find('ALTERED', frame.number, `frame ${frame.number} (${frame.kind}) is not as it was written`)
    }
    if (this.#closed) this.find('OUT_OF_ORDER', frame.number, 'something stands after the end')
    if (frame.kind !== 'leaf') this.#closeStrand()
    try {
      this.#readers[frame.kind](frame)
    } catch (error) {
      if (!isUnreadable(error)) throw error
      this.find('UNREADABLE', frame.number, `frame ${frame.number} (${frame.kind}) cannot be read`)
    }
    this.#seal = frame.seal
  }

  finish(frames: number): Report {
    this.#closeStrand()
    if (!this.#head) this.find('HEAD_NOT_SIGNED', 0, 'there is no signed head of the ledger in it')
    if (!this.#absent)
      this.find('NOT_ALL_STRANDS', frames, 'it does not prove that there are no further parts of the chart')
    if (!this.#closed) this.find('NOT_CLOSED', frames, 'the end of the file is missing')
    for (const [hash, frame] of this.#named) {
      if (!this.#documents.has(hash))
        this.find('DOCUMENT_MISSING', frame, 'a document that an entry names is missing')
    }
    for (const [consent, { frame }] of this.#openings) {
      if (!this.#consents.some(({ opening }) => opening.consent === consent)) {
        this.find('CONSENT_NOT_PROVED', frame, 'what became of a consent is not proved')
      }
    }
    return this.#report(frames)
  }

  #report(frames: number): Report {
    const has = (...codes: readonly FindingCode[]) => this.#findings.some(({ code }) => codes.includes(code))
    const isRead = frames > 0 && this.#head !== undefined
    const foundation = has('NOT_AN_EXPORT', 'HEAD_NOT_SIGNED', 'FOREIGN_CHAIN', 'UNTRUSTED_SIGNER')
    return {
      ok: this.#findings.length === 0,
      patient: this.#about?.patient ?? null,
      frames,
      strands: this.#strands,
      entries: this.#entries,
      documents: this.#documents.size,
      looks: this.#looks,
      consents: this.#consents,
      worth: this.#head ? worthOf(this.#head) : null,
      unaltered:
        isRead &&
        !foundation &&
        !has(
          'ALTERED',
          'TORN',
          'STRAND_DIFFERS',
          'UNREADABLE',
          'NOT_SIGNED',
          'DOCUMENT_STRANGE',
          'OUT_OF_ORDER',
        ),
      complete:
        isRead &&
        !foundation &&
        !has(
          'LEFT_OUT',
          'NOT_ALL_STRANDS',
          'STRAND_NOT_PROVED',
          'DOCUMENT_MISSING',
          'NOT_CLOSED',
          'TORN',
          'STRAND_DIFFERS',
        ),
      consentsHold:
        isRead && !foundation && !has('CONSENT_NOT_PROVED', 'CONSENT_DIFFERS', 'NOT_CLOSED', 'TORN'),
      findings: this.#findings,
    }
  }

  readonly #readers: Readonly<Record<FrameKind, (frame: FoundFrame) => void>> = {
    about: (frame) => {
      if (frame.number !== 0)
        this.find('OUT_OF_ORDER', frame.number, 'what the file is about stands at its beginning')
      this.#about = aboutSchema.parse(JSON.parse(fromUtf8(frame.payload)))
    },
    head: (frame) => this.#readHead(frame),
    strand: (frame) => this.#openStrand(frame),
    leaf: (frame) => this.#readLeaf(frame),
    absence: (frame) => this.#readAbsence(frame),
    consent: (frame) => this.#readConsent(frame),
    document: (frame) => this.#readDocument(frame),
    end: (frame) => this.#readEnd(frame),
  }

  #readHead({ number, payload }: FoundFrame): void {
    const head = readSignedHead(this.#about?.chain ?? '', payload)
    if (!head || this.#head)
      return this.find('HEAD_NOT_SIGNED', number, 'the head of the ledger is not signed by its members')
    this.#head = head
    const { keys } = this.#trust
    const isKnown = ({ publicKey }: { readonly publicKey: Bytes }) => keys?.includes(toHex(publicKey)) ?? true
    if (!head.validators.validators.every(isKnown)) {
      this.find('UNTRUSTED_SIGNER', number, 'it is signed by keys that you did not name as trusted')
    }
  }

  #openStrand({ number, payload }: FoundFrame): void {
    const { value, proof } = decode(proofFrame, payload)
    const id = this.#strandId(this.#strands.length)
    if (!this.#isProved(ledgerStrands.keyOf(id), value, proof)) {
      this.find(
        'STRAND_NOT_PROVED',
        number,
        `part ${this.#strands.length + 1} of the chart is not proved under the head`,
      )
    }
    this.#open = { frame: number, strand: ledgerStrands.decode(value), frontier: EMPTY_FRONTIER }
  }

  #readLeaf({ number, payload }: FoundFrame): void {
    const open = this.#open
    if (!open) return this.find('OUT_OF_ORDER', number, 'an entry stands outside the parts of the chart')
    const { salt, stored } = decode(leafFrame, payload)
    const leaf = commitmentOf(salt, stored)
    open.frontier = appendAll(open.frontier, [hashLeaf(leaf)])
    const text = fromUtf8(stored)
    switch (open.strand.kind) {
      case 'entries':
        this.#entries += 1
        for (const [, hash] of text.matchAll(DOCUMENT_HASH)) if (hash) this.#named.set(hash, number)
        return
      case 'looks':
        this.#looks.push(lookSchema.parse(JSON.parse(text)))
        return
      case 'consents':
        this.#openings.set(openingSchema.parse(JSON.parse(text)).consent, {
          frame: number,
          stored: text,
          leaf,
        })
        return
    }
  }

  /** All leaves of a part have been read: their number and root must be what the ledger holds. */
  #closeStrand(): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    const { strand, frontier, frame } = open
    const ordinal = this.#strands.length
    const part = `part ${ordinal + 1} of the chart`
    if (frontier.count < strand.count) {
      this.find(
        'LEFT_OUT',
        frame,
        `${part} has ${strand.count} on the ledger and ${frontier.count} here: ${strand.count - frontier.count} left out`,
      )
    } else if (frontier.count > strand.count) {
      this.find('STRAND_DIFFERS', frame, `${part} has more here than on the ledger`)
    } else if (!isSame(frontierRoot(frontier), frontierRoot(strand))) {
      this.find(
        'STRAND_DIFFERS',
        frame,
        `${part} differs from the ledger: something was altered, or stands in another's place`,
      )
    }
    const writer = toHex(strand.writer)
    const writerName = this.#about?.organisations[writer] ?? null
    this.#strands.push({ ordinal, kind: strand.kind, writer, writerName, leaves: frontier.count })
  }

  #readAbsence({ number, payload }: FoundFrame): void {
    const key = ledgerStrands.keyOf(this.#strandId(this.#strands.length))
    const { proof } = decode(proofFrame, payload)
    const isAbsent = this.#head && verifyAbsence(this.#head.header.appHash, key, decode(absenceCodec, proof))
    if (isAbsent) this.#absent = true
    else
      this.find(
        'NOT_ALL_STRANDS',
        number,
        'there may be further parts of the chart: their absence is not proved',
      )
  }

  #readConsent({ number, payload }: FoundFrame): void {
    const { consent, value, proof } = decode(consentFrame, payload)
    const opened = this.#openings.get(toHex(consent))
    if (!opened || !this.#isProved(ledgerConsents.keyOf(consent), value, proof)) {
      return this.find('CONSENT_NOT_PROVED', number, 'what the ledger says of a consent is not proved')
    }
    const { commitment, grantedAt, expiresAt, revokedAt } = ledgerConsents.decode(value)
    if (!isSame(commitment, opened.leaf)) {
      return this.find(
        'CONSENT_DIFFERS',
        number,
        'a consent says something else than the ledger committed to',
      )
    }
    this.#consents.push({
      opening: openingSchema.parse(JSON.parse(opened.stored)),
      from: toInstant(grantedAt),
      until: toInstant(Math.min(expiresAt, revokedAt ?? expiresAt)),
      revoked: revokedAt !== null,
    })
  }

  #readDocument({ number, payload }: FoundFrame): void {
    const hash = toHex(sha256(decode(documentFrame, payload).bytes))
    if (!this.#named.has(hash))
      return this.find('DOCUMENT_STRANGE', number, 'a document that no entry names, or that was altered')
    this.#documents.add(hash)
  }

  #readEnd({ number, payload }: FoundFrame): void {
    const { frames, key, signature, value, proof } = decode(endFrame, payload)
    this.#closed = true
    if (frames !== number) {
      this.find('LEFT_OUT', number, `it says ${frames} frames came before, and there are ${number}`)
    }
    const isMember = this.#isProved(keyHolders.keyOf(key), value, proof)
    if (!isMember || !isSignedBy(key, endMessage(this.#seal), signature)) {
      this.find('NOT_SIGNED', number, 'the signature over the whole file does not fit')
    }
  }

  #strandId(ordinal: number): Bytes {
    return strandId(fromBase64Url(this.#about?.secret ?? ''), ordinal)
  }

  #isProved(key: Bytes, value: Bytes, proof: Bytes): boolean {
    return (
      this.#head !== undefined &&
      verifyExistence(this.#head.header.appHash, key, value, decode(existenceCodec, proof))
    )
  }
}

function worthOf({ header, commit, validators }: LightBlock): Worth {
  return {
    chain: header.chainId,
    height: header.height,
    time: header.time,
    signers: commit.signatures.filter((signature) => isVote(signature) && signature.flag === 'commit').length,
    members: validators.validators.length,
    keys: validators.validators.map(({ publicKey }) => toHex(publicKey)),
  }
}

/** What reading untrusted bytes may throw: malformed codec, JSON, base64 or shape. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof CodecError ||
    error instanceof SyntaxError ||
    error instanceof TypeError ||
    isZodError(error)
  )
}

function isZodError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError'
}
