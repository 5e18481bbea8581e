/**
 * The framing of an export: a line that names the format, then frames. Each frame is kind ‖ length ‖ payload ‖ seal,
 * where the seal is the hash of the seal before and of the frame itself: every byte of the file is under a hash, and
 * what was altered is found at its frame.
 */
import { concat, Cursor, encode, isSame, taggedHash, toUtf8, uint, type Bytes } from '#kernel'

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
  const opened = concat(Uint8Array.of(FRAME_KINDS.indexOf(kind)), encode(uint, payload.length), payload)
  const seal = taggedHash('export-frame/1', before, opened)
  return { bytes: concat(opened, seal), seal }
}

/** What stopped the reading of frames, where something did. */
export interface Torn {
  readonly number: number
  readonly problem: string
}

/** All frames of a file, as far as they can be told apart. */
export function readFrames(file: Bytes): {
  readonly frames: readonly FoundFrame[]
  readonly torn: Torn | null
} {
  const frames: FoundFrame[] = []
  if (!isSame(file.subarray(0, EXPORT_MAGIC.length), EXPORT_MAGIC)) {
    return {
      frames,
      torn: { number: 0, problem: 'this is not a Twinchart export: its first line is another' },
    }
  }
  const cursor = new Cursor(file.subarray(EXPORT_MAGIC.length))
  let before = FIRST_SEAL
  while (cursor.rest > 0) {
    const frame = readFrame(cursor, before, frames.length)
    if ('problem' in frame) return { frames, torn: frame }
    frames.push(frame)
    before = frame.seal
  }
  return { frames, torn: null }
}

function readFrame(cursor: Cursor, before: Bytes, number: number): FoundFrame | Torn {
  try {
    const kind = FRAME_KINDS[cursor.take(1)[0] ?? FRAME_KINDS.length]
    if (kind === undefined) return { number, problem: 'a frame of no known kind' }
    const payload = cursor.take(uint.read(cursor))
    const { seal } = writeFrame(before, { kind, payload })
    // A seal that does not fit is told of, and reading goes on from what it says: the frames after can still be whole.
    const written = cursor.take(SEAL_BYTES)
    return { number, kind, payload, seal: written, isWhole: isSame(written, seal) }
  } catch {
    return { number, problem: 'the file ends, or is torn, inside this frame' }
  }
}
