/** That the pages say what is so: where links lead, which tests they name, which packages they give a reason for. */
import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { optionName, settings } from '#server'

import description from '../../package.json' with { type: 'json' }
import { pages, readAt } from './pages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe.each(pages.map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
  it('has links that lead somewhere', () => {
    expect(linksIn(text).filter((link) => !leadsSomewhere(path, link))).toEqual([])
  })

  it('names commands that there are', () => {
    const named = [...text.matchAll(/(?:`|^ {4})(?:npx )?twinchart ([a-z]+)/gm)].map(([, command]) => command)
    expect(named.filter((command) => !existsSync(join(root, `src/cli/${command}.ts`)))).toEqual([])
  })
})

it.each(['README.md', 'docs/operating.md'])('%s names options that there are', (path) => {
  const commands = globSync('src/cli/*.ts', { cwd: root }).map(readAt).join('\n')
  const known = new Set([...settings.map(optionName), ...(commands.match(/--[a-z]+/g) ?? [])])
  const named = readAt(path).match(/(?<=[ `])--[a-z][a-z-]*/g) ?? []
  expect(named.filter((option) => !known.has(option))).toEqual([])
})

describe('SECURITY.md', () => {
  const rows = readAt('SECURITY.md')
    .split('\n')
    .filter((line) => line.includes('.test.ts)'))

  it('names tests for what it claims', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => titlesIn(row).length === 0)).toEqual([])
  })

  it('names tests by the titles they have', () => {
    expect(rows.flatMap(missingTitles)).toEqual([])
  })
})

describe('docs/decisions', () => {
  const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/0'))
  const index = readAt('docs/decisions/README.md')

  it('are numbered once each, and listed', () => {
    const numbers = decisions.map(({ path }) =>
      path.slice('docs/decisions/'.length, -'-x.md'.length).slice(0, 4),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    const isListed = ({ path, text }: (typeof decisions)[number]) =>
      index.includes(`](${path.slice('docs/decisions/'.length)})`) &&
      text.startsWith(`# ${path.slice(15, 19)} `)
    expect(decisions.filter((page) => !isListed(page)).map(({ path }) => path)).toEqual([])
  })

  it('give every package a reason', () => {
    const { dependencies, devDependencies, optionalDependencies } = description
    const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const words = new Set(decisions.flatMap(({ text }) => text.toLowerCase().match(/[@\w][\w/-]*/g) ?? []))
    expect(names.filter((name) => !words.has(name))).toEqual([])
  })
})

it('docs/ledger.md names every tag of a hash, MAC or signature', () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).filter((path) => !/\.(test|fixture)\.ts$/.test(path))
  const code = sources.map(readAt).join('\n')
  const tags = new Set([...code.matchAll(/tagged\w+\(\s*'([^']+\/\d+)'/g)].map(([, tag]) => tag))
  const page = readAt('docs/ledger.md')
  expect(tags.size).toBeGreaterThan(20)
  expect([...tags].filter((tag) => !page.includes(`\`${tag}\``))).toEqual([])
})

function linksIn(text: string): readonly string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
}

function leadsSomewhere(from: string, link: string): boolean {
  if (link.startsWith('https:') || link.startsWith('http://localhost:')) return true
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsIn(readAt(target)).includes(anchor)
}

/** The names that headings get where Markdown is shown. */
function anchorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function titlesIn(row: string): readonly string[] {
  return [...row.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title)
}

function missingTitles(row: string): readonly string[] {
  const [, path = ''] = /\]\(([^)]+\.test\.ts)\)/.exec(row) ?? []
  const tests = existsSync(join(root, path)) ? readAt(path) : ''
  return titlesIn(row)
    .filter((title) => !tests.includes(title))
    .map((title) => `${path}: ${title}`)
}
