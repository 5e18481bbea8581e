/** Style sheets keep to the tokens and to their own classes, so that no page can change another by accident. */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const web = fileURLToPath(new URL('..', import.meta.url))

/** Sheets for what has no class of ours: elements, Mantine, paper. */
const GLOBAL = new Set(['ui/base.css', 'ui/fonts.css', 'ui/mantine.css', 'ui/print.css'])

const sheets = globSync('**/*.css', { cwd: web })
const own = sheets.filter((sheet) => !GLOBAL.has(sheet))

it.each(own)('%s styles nothing but classes that begin with its name, and what is inside them', (sheet) => {
  const own = new RegExp(`\\.${basename(sheet, '.css')}(-|\\b)`)
  expect(selectorsOf(sheet).filter((selector) => !own.test(selector))).toEqual([])
})

it('gives each sheet a name of its own', () => {
  const stems = own.map((sheet) => basename(sheet, '.css'))
  expect(stems.filter((stem, at) => stems.indexOf(stem) !== at)).toEqual([])
})

it.each(sheets)('%s takes its colours from the tokens', (sheet) => {
  expect(read(sheet).match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi) ?? []).toEqual([])
})

it.each(sheets)('%s loads nothing from elsewhere', (sheet) => {
  expect(read(sheet).match(/https?:|\/\//g) ?? []).toEqual([])
})

it.each(sheets)('%s moves nothing for longer than 200 ms', (sheet) => {
  const transitions = read(sheet).match(/transition(-duration)?:[^;]+;/g) ?? []
  expect(transitions.filter((transition) => !/var\(--(quick|calm)\)|0s/.test(transition))).toEqual([])
})

function selectorsOf(sheet: string): readonly string[] {
  const preludes = [...read(sheet).matchAll(/([^{}]+)\{/g)].map(([, prelude = '']) => prelude.trim())
  const rules = preludes.filter((prelude) => !/^(@|from$|to$|\d+%$)/.test(prelude))
  return rules.flatMap((prelude) => prelude.split(/,(?![^(]*\))/)).map((selector) => selector.trim())
}

function read(sheet: string): string {
  return readFileSync(`${web}${sheet}`, 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
}
