import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { wrongImports } from './imports.ts'
import { readSource } from './source.ts'
import { wrongSyntax } from './syntax.ts'
import { readTable, type Table } from './table.ts'

const MOST_LINES = 400

const root = fileURLToPath(new URL('../..', import.meta.url))
const table = readTable()
const files = globSync('{src,web}/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(`${root}/${path}`, 'utf8'),
}))
const sources = files
  .filter(({ path }) => !path.endsWith('.d.ts'))
  .map(({ path, text }) => readSource(path, text))

describe('src and web', () => {
  it('are the folders of the table', () => {
    const folders = new Set(sources.map(({ folder }) => folder).filter((folder) => folder !== 'web'))
    expect([...folders].filter((folder) => !table.has(folder))).toEqual([])
  })

  it('import what the table lets them', () => {
    expect(sources.flatMap((source) => wrongImports(source, table))).toEqual([])
  })

  it('say nothing that we do not say', () => {
    expect(sources.flatMap(wrongSyntax)).toEqual([])
  })

  it(`have files of at most ${MOST_LINES} lines`, () => {
    expect(
      files.filter(({ text }) => text.split('\n').length > MOST_LINES + 1).map(({ path }) => path),
    ).toEqual([])
  })
})

describe('the table', () => {
  it('goes one way: a subject imports only those above it', () => {
    const names = [...table.keys()].filter((name) => !name.startsWith('web/'))
    for (const [place, name] of names.entries()) {
      expect(names.slice(0, place)).toEqual(expect.arrayContaining([...(table.get(name) ?? [])]))
    }
  })

  it('keeps the server out of the browser', () => {
    const web = table
      .entries()
      .filter(([name]) => name.startsWith('web/'))
      .flatMap(([, allowed]) => allowed)
      .toArray()
    expect(web.filter((name) => !/^(kernel|\*\/model|web\/\w+)$/.test(name))).toEqual([])
  })
})

describe('the test refuses', () => {
  const small: Table = new Map([
    ['kernel', new Set()],
    ['ledger', new Set(['kernel'])],
    ['consent', new Set(['kernel', 'ledger'])],
    ['web/text', new Set(['kernel', '*/model'])],
    ['web/ui', new Set(['web/text'])],
    ['web/app', new Set(['*/model', 'web/ui'])],
  ])
  const wrong = (path: string, text: string) => {
    const source = readSource(path, text)
    return wrongImports(source, small).length + wrongSyntax(source).length
  }

  it.each([
    ['a direction the table does not have', 'src/ledger/a.ts', "import { a } from '#consent'"],
    ['it as a type, too', 'src/ledger/a.ts', "import type { A } from '#consent/model'"],
    ['it in an export', 'src/ledger/a.ts', "export * from '#consent'"],
    ['it when imported late', 'src/ledger/a.ts', "const a = await import('#consent')"],
    ['it in a test', 'src/ledger/a.test.ts', "import { a } from '#consent'"],
    ['a file behind a face', 'src/consent/a.ts', "import { a } from '../ledger/model/tree.ts'"],
    ['the machine, outside the kernel', 'src/ledger/a.ts', "import { a } from '#platform'"],
    ['its own face', 'src/ledger/a.ts', "import { a } from '#ledger/model'"],
    ['what belongs to tests', 'src/ledger/a.ts', "import { a } from '../../test/support.ts'"],
    ['a model that knows its service', 'src/ledger/model/a.ts', "import { a } from '../service.ts'"],
    ['a model that knows a subject', 'src/consent/model/a.ts', "import { a } from '#ledger'"],
    ['a model on the machine', 'src/ledger/model/a.ts', "import { a } from 'node:fs'"],
    ['async in a model', 'src/ledger/model/a.ts', 'export async function a() {}'],
    ['async in an arrow there', 'src/ledger/model/a.ts', 'export const a = async () => 1'],
    ['the clock there', 'src/ledger/model/a.ts', 'export const a = () => Date.now()'],
    ['the clock there, in another way', 'src/ledger/model/a.ts', 'export const a = () => new Date()'],
    ['chance there', 'src/ledger/model/a.ts', 'export const a = () => Math.random()'],
    ['the network there', 'src/ledger/model/a.ts', "export const a = () => fetch('/')"],
    ['the server in the browser', 'web/app/a.ts', "import { a } from '#ledger'"],
    ['the machine in the browser', 'web/app/a.ts', "import { a } from 'node:fs'"],
    [
      'a way round the face, in the browser',
      'web/app/a.ts',
      "import { a } from '../../src/ledger/model/index.ts'",
    ],
    ['a control that knows the app', 'web/ui/a.tsx', "import { a } from '../app/a.ts'"],
    ['any', 'src/ledger/a.ts', 'export const a = (b: any) => b'],
    ['!', 'src/ledger/a.ts', 'export const a = (b?: string) => b!.length'],
    ['as', 'src/ledger/a.ts', 'export const a = (b: unknown) => b as string'],
    ['a default export', 'src/ledger/a.ts', 'export default 1'],
  ])('%s', (_, path, text) => {
    expect(wrong(path, text)).toBe(1)
  })

  it.each([
    [
      'a direction the table has',
      'src/consent/a.ts',
      "import { a } from '#ledger'\nimport { b } from '#ledger/model'",
    ],
    ['its own files', 'src/ledger/a/b.ts', "import { a } from '../c.ts'"],
    [
      'models of models',
      'src/consent/model/a.ts',
      "import { a } from '#ledger/model'\nimport { b } from './b.ts'",
    ],
    ['packages', 'src/ledger/a.ts', "import { a } from 'zod'\nimport b from 'node:fs'"],
    [
      'a test and its support',
      'src/ledger/model/a.test.ts',
      "import { a } from '../../../test/support.ts'\nawait a()",
    ],
    ['a date that was said', 'src/ledger/model/a.ts', 'export const a = (b: number) => new Date(b)'],
    ['as const', 'src/ledger/a.ts', 'export const a = [1] as const'],
    ['controls with words', 'web/ui/a.tsx', "import { a } from '../text/a.ts'"],
    [
      'an app with controls and models',
      'web/app/a.tsx',
      "import { a } from '../ui/a.tsx'\nimport { b } from '#ledger/model'",
    ],
    ['what a tool is configured with', 'web/vite.config.ts', "import a from 'node:fs'\nexport default {}"],
  ])('but not %s', (_, path, text) => {
    expect(wrong(path, text)).toBe(0)
  })
})
