import { expect, it } from 'vitest'
import { shortcutFor, type Press } from './shortcuts.ts'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  ...rest,
})
const shortcut = (keys: string, label = keys) => ({ keys, label, run: () => {} })
const known = [shortcut('n'), shortcut('mod+Enter'), shortcut('n', 'newer')]

it('finds the newest shortcut of a key', () => {
  expect(shortcutFor(press('n'), known, true)?.label).toBe('newer')
})

it('takes Ctrl and Cmd alike, also while typing and with single keys off', () => {
  expect(shortcutFor(press('Enter', { ctrlKey: true, typing: true }), known, false)?.keys).toBe('mod+Enter')
  expect(shortcutFor(press('Enter', { metaKey: true }), known, false)?.keys).toBe('mod+Enter')
})

it.each([
  ['a letter typed as text', press('n', { typing: true }), true],
  ['a letter where single keys are off', press('n'), false],
  ['a letter with Alt, which types another', press('n', { altKey: true }), true],
  ['a letter with Ctrl, which is the browser’s', press('n', { ctrlKey: true }), true],
  ['a key that nothing listens to', press('x'), true],
])('lets be %s', (_, pressed, single) => {
  expect(shortcutFor(pressed, known, single)).toBeUndefined()
})
