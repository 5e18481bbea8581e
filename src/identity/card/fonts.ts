import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { create, type Font } from 'fontkit'

export const WEIGHTS = [400, 700] as const
export type Weight = (typeof WEIGHTS)[number]

/** Fontsource splits Noto Sans by script; the first that has all characters of a piece draws it. */
const FAMILIES = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans-kannada', 'kannada'],
  ['noto-sans-devanagari', 'devanagari'],
] as const

/** A piece of text in one font. */
export interface Run {
  readonly text: string
  readonly face: Face
}

interface Face {
  /** Under which a PDF knows it. */
  readonly name: string
  readonly path: string
  readonly font: Font
}

const require = createRequire(import.meta.url)
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const loaded = new Map<Weight, readonly Face[]>()

/** A text cut where its font changes. What no font has is drawn by the first, as its box for the unknown. */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const faces = facesOf(weight)
  const runs: Run[] = []
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1)
    const face = last && covers(last.face, segment) ? last.face : faces.find((each) => covers(each, segment))
    const chosen = face ?? faces[0]
    if (!chosen) throw new Error('no fonts')
    if (last?.face === chosen) runs[runs.length - 1] = { face: chosen, text: last.text + segment }
    else runs.push({ face: chosen, text: segment })
  }
  return runs
}

/** How wide a text is at a size. */
export function widthOf(text: string, weight: Weight, size: number): number {
  const widths = runsOf(text, weight).map(
    ({ text, face }) => face.font.layout(text).advanceWidth / face.font.unitsPerEm,
  )
  return widths.reduce((sum, width) => sum + width * size, 0)
}

function facesOf(weight: Weight): readonly Face[] {
  const known = loaded.get(weight)
  if (known) return known
  const faces = FAMILIES.map(([family, script]) => openFace(family, script, weight))
  loaded.set(weight, faces)
  return faces
}

function openFace(family: string, script: string, weight: Weight): Face {
  const name = `${family}-${script}-${weight}-normal`
  const path = require.resolve(`@fontsource/${family}/files/${name}.woff`)
  const font = create(readFileSync(path))
  if (!('layout' in font)) throw new Error('a collection where one font was expected')
  return { name, path, font }
}

function covers({ font }: Face, text: string): boolean {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).every((point) =>
    font.hasGlyphForCodePoint(point),
  )
}
