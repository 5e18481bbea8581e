import { array, assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { concat, encode, toUtf8, uint, type Bytes } from '#kernel'

import { EXPORT_MAGIC, FIRST_SEAL, FRAME_KINDS, FrameReader, writeFrame, type Frame } from './frames.ts'

function fileOf(frames: readonly Frame[]): Bytes {
  const pieces: Bytes[] = [EXPORT_MAGIC]
  let seal = FIRST_SEAL
  for (const frame of frames) {
    const written = writeFrame(seal, frame)
    pieces.push(written.bytes)
    seal = written.seal
  }
  return concat(...pieces)
}

/** Reads a file in pieces that end at these places. */
function read(file: Bytes, cuts: readonly number[] = []) {
  const reader = new FrameReader()
  const places = [0, ...cuts.toSorted((a, b) => a - b), file.length]
  const frames = places.slice(1).flatMap((place, i) => [...reader.take(file.subarray(places[i] ?? 0, place))])
  return { frames, torn: reader.end() }
}

const frames = [
  { kind: 'about', payload: toUtf8('{}') },
  { kind: 'leaf', payload: new Uint8Array(300).fill(7) },
  { kind: 'end', payload: new Uint8Array(0) },
] as const
const file = fileOf(frames)

describe('frames', () => {
  it('are read as they were written, wherever the pieces end', () => {
    assert(
      property(array(nat(file.length), { maxLength: 12 }), (cuts) => {
        const found = read(file, cuts)
        expect(found.torn).toBeNull()
        expect(
          found.frames.map(({ kind, payload }) => ({ kind, payload: Uint8Array.from(payload) })),
        ).toEqual(frames.map(({ kind, payload }) => ({ kind, payload: Uint8Array.from(payload) })))
        expect(found.frames.every(({ isWhole }) => isWhole)).toBe(true)
      }),
    )
  })

  it('tell at which of them a byte was altered, and go on behind it', () => {
    const altered = Uint8Array.from(file)
    const place = EXPORT_MAGIC.length + 1 + 1 + 2 + 32 + 3 + 100
    altered[place] = (altered[place] ?? 0) ^ 1
    expect(read(altered).frames.map(({ isWhole }) => isWhole)).toEqual([true, false, true])
  })

  it('are torn where the file ends inside one', () => {
    for (const end of [EXPORT_MAGIC.length + 1, EXPORT_MAGIC.length + 30, file.length - 1]) {
      expect(read(file.subarray(0, end)).torn?.problem).toContain('torn')
    }
    expect(read(file.subarray(0, EXPORT_MAGIC.length)).torn).toBeNull()
  })

  it.each([
    ['another first line', toUtf8('twinchart export 2\nxxxxxxx'), 'first line'],
    ['nothing at all', new Uint8Array(0), 'first line'],
    ['a kind that nobody knows', concat(EXPORT_MAGIC, Uint8Array.of(FRAME_KINDS.length, 0)), 'no known kind'],
    ['a length beyond all', concat(EXPORT_MAGIC, Uint8Array.of(0), encode(uint, 2 ** 50)), 'longer than any'],
    [
      'a length without end',
      concat(EXPORT_MAGIC, new Uint8Array(20).fill(0xff).fill(0, 0, 1)),
      'longer than any',
    ],
    ['a length in two ways', concat(EXPORT_MAGIC, Uint8Array.of(0, 0x81, 0)), 'longer than any'],
  ])('refuse %s', (_, bytes, problem) => {
    expect(read(bytes)).toMatchObject({ frames: [], torn: { problem: expect.stringContaining(problem) } })
  })
})
