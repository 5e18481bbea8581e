/**
 * The framing of an export: a line that names the format, then frames. Each frame is kind ‖ length ‖ payload ‖ seal,
 * where the seal is the hash of the seal before and of the frame itself: every byte of the file is under a hash, and
 * what was altered is found at its frame.
 */
import { concat, decode, encode, isSame, taggedHash, toUtf8, uint, type Bytes } from '#kernel'

export const EXPORT_MAGIC = toUtf8('twinchart export 1\n')

/** In the order of their numbers in the file; new kinds go at the end. */
export const FRAME_KINDS = [
  'about',
  'head',
  'strand',
  'leaf',
  'absence',
  'consent',
  'document',
  'end',
] as const
export type FrameKind = (typeof FRAME_KINDS)[number]

export interface Frame {
  readonly kind: FrameKind
  readonly payload: Bytes
}

/** A frame as it stood in a file. */
export interface FoundFrame extends Frame {
  readonly number: number
  /** The seal up to this frame, as computed from what is there. */
  readonly seal: Bytes
  /** Whether the seal in the file is that one. */
  readonly isWhole: boolean
}

const SEAL_BYTES = 32

export const FIRST_SEAL: Bytes = taggedHash('export/1', EXPORT_MAGIC)

/** The frame's bytes after what came before, and the seal that the next frame goes on from. */
export function writeFrame(
  before: Bytes,
  { kind, payload }: Frame,
): { readonly bytes: Bytes; readonly seal: Bytes } {
  const header = headerOf(kind, payload)
  const seal = sealOf(before, header, payload)
  return { bytes: concat(header, payload, seal), seal }
}

function headerOf(kind: FrameKind, payload: Bytes): Bytes {
  return concat(Uint8Array.of(FRAME_KINDS.indexOf(kind)), encode(uint, payload.length))
}

function sealOf(before: Bytes, header: Bytes, payload: Bytes): Bytes {
  return taggedHash('export-frame/1', before, header, payload)
}

/** What stopped the reading of frames, where something did. */
interface Torn {
  readonly number: number
  readonly problem: string
}

/** No frame is longer: it holds a document, with a little around it. */
const MOST_FRAME_BYTES = 1024 * 1024 * 1024 + 64 * 1024
const MOST_HEADER_BYTES = 9

/** Reads the frames of a file that comes in pieces of any size; memory holds the frame that is on its way. */
export class FrameReader {
  #pieces: Bytes[] = []
  #length = 0
  /** There is no use in looking before so much is there. */
  #need = EXPORT_MAGIC.length
  #before = FIRST_SEAL
  #number = 0
  #isOpened = false
  #torn: Torn | null = null

  /** No more pieces come. What stopped the reading, if anything did. */
  end(): Torn | null {
    if (!this.#isOpened) this.#tear('this is not a Twinchart export: its first line is another')
    else if (this.#length > 0) this.#tear('the file ends, or is torn, inside this frame')
    return this.#torn
  }

  *take(piece: Bytes): Generator<FoundFrame, void, undefined> {
    if (this.#torn) return
    this.#pieces.push(piece)
    this.#length += piece.length
    while (!this.#torn && this.#length >= this.#need) {
      const frame = this.#isOpened ? this.#readFrame() : this.#open()
      if (frame) yield frame
    }
  }

  #open(): void {
    const rest = this.#together()
    if (!isSame(rest.subarray(0, EXPORT_MAGIC.length), EXPORT_MAGIC)) {
      this.#tear('this is not a Twinchart export: its first line is another')
      return
    }
    this.#isOpened = true
    this.#goOn(rest.subarray(EXPORT_MAGIC.length))
  }

  #readFrame(): FoundFrame | undefined {
    const rest = this.#together()
    const header = readHeader(rest)
    if (typeof header === 'string') this.#tear(header)
    else if (header === undefined) this.#need = rest.length + 1
    else {
      const end = header.start + header.length + SEAL_BYTES
      if (rest.length >= end) return this.#found(header, rest, end)
      this.#need = end
    }
    return undefined
  }

  /** A seal that does not fit is told of, and reading goes on from what it says: the frames after can still be whole. */
  #found({ kind, start, length }: FrameHeader, rest: Bytes, end: number): FoundFrame {
    const payload = rest.subarray(start, start + length)
    const written = rest.subarray(start + length, end)
    const seal = sealOf(this.#before, rest.subarray(0, start), payload)
    const frame = { number: this.#number, kind, payload, seal: written, isWhole: isSame(written, seal) }
    this.#before = written
    this.#number += 1
    this.#goOn(rest.subarray(end))
    return frame
  }

  #together(): Bytes {
    const [only] = this.#pieces
    const rest = this.#pieces.length === 1 && only ? only : concat(...this.#pieces)
    this.#pieces = [rest]
    return rest
  }

  #goOn(rest: Bytes): void {
    this.#pieces = [rest]
    this.#length = rest.length
    this.#need = 1
  }

  #tear(problem: string): void {
    this.#torn ??= { number: this.#number, problem }
  }
}

interface FrameHeader {
  readonly kind: FrameKind
  /** Where the payload begins. */
  readonly start: number
  readonly length: number
}

/** What a frame begins with; undefined where more bytes are needed to say, a sentence where it cannot be one. */
function readHeader(rest: Bytes): FrameHeader | string | undefined {
  const kind = FRAME_KINDS[rest[0] ?? FRAME_KINDS.length]
  if (kind === undefined) return 'a frame of no known kind'
  const last = rest.subarray(1, MOST_HEADER_BYTES).findIndex((byte) => byte < 0x80)
  if (last < 0) return rest.length < MOST_HEADER_BYTES ? undefined : 'a frame longer than any can be'
  const start = last + 2
  const length = readLength(rest.subarray(1, start))
  return length === undefined || length > MOST_FRAME_BYTES
    ? 'a frame longer than any can be'
    : { kind, start, length }
}

function readLength(written: Bytes): number | undefined {
  try {
    return decode(uint, written)
  } catch {
    return undefined
  }
}
