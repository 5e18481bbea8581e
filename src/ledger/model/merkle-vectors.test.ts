import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { sharedData } from '../../../test/shared-data.ts'

import { verifyConsistency, verifyInclusion } from './merkle-proof.ts'

// The vectors of transparency-dev/merkle for RFC 6962 and RFC 9162, accepted and refused ones.
const vectors = sharedData('vectors/merkle')
const base64 = z
  .string()
  .nullable()
  .transform((text) => Uint8Array.from(Buffer.from(text ?? '', 'base64')))
const path = z
  .array(base64)
  .nullable()
  .transform((hashes) => hashes ?? [])

const inclusionVector = z.object({
  leafIdx: z.number(),
  treeSize: z.number(),
  root: base64,
  leafHash: base64,
  proof: path,
  wantErr: z.boolean(),
})
const consistencyVector = z.object({
  size1: z.number(),
  size2: z.number(),
  root1: base64,
  root2: base64,
  proof: path,
  wantErr: z.boolean(),
})

describe('the published vectors', () => {
  it.skipIf(!vectors)('of inclusion are accepted and refused as they say', () => {
    const answers = read('inclusion').map(([name, content]) => {
      const { leafIdx, treeSize, root, leafHash, proof, wantErr } = inclusionVector.parse(content)
      return {
        name,
        right: verifyInclusion({ count: treeSize, root }, leafIdx, leafHash, proof) === !wantErr,
      }
    })
    expect(answers.filter(({ right }) => !right)).toEqual([])
    expect(answers).toHaveLength(98)
  })

  it.skipIf(!vectors)('of consistency are accepted and refused as they say', () => {
    const answers = read('consistency').map(([name, content]) => {
      const { size1, size2, root1, root2, proof, wantErr } = consistencyVector.parse(content)
      const [earlier, later] = [
        { count: size1, root: root1 },
        { count: size2, root: root2 },
      ]
      return { name, right: verifyConsistency(earlier, later, proof) === !wantErr }
    })
    expect(answers.filter(({ right }) => !right)).toEqual([])
    expect(answers).toHaveLength(98)
  })
})

function read(folder: string): readonly [string, unknown][] {
  const root = join(vectors ?? '', folder)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  return names.map((name) => [name, JSON.parse(readFileSync(join(root, name), 'utf8'))])
}
