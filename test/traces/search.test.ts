import { describe, expect, it } from 'vitest'

import { systemChance } from '#kernel'

import { newSearch } from './search.ts'

const WORD = 'Asha Kulkarni'
const CODE = '271828'

function hidden(what: Buffer): Buffer {
  return Buffer.concat([systemChance.bytes(5000), what, systemChance.bytes(5000)])
}

describe('a search for traces', () => {
  it.each([
    ['text', Buffer.from(WORD)],
    ['text', Buffer.from(WORD.toLowerCase())],
    ['UTF-16LE', Buffer.from(WORD, 'utf16le')],
    ['UTF-16BE', Buffer.from(WORD, 'utf16le').swap16()],
    ['hexadecimal', Buffer.from(Buffer.from(WORD).toString('hex'))],
    ['hexadecimal', Buffer.from(Buffer.from(WORD).toString('hex').toUpperCase())],
  ])('finds a word as %s', (form, bytes) => {
    expect([...newSearch([WORD, CODE]).in(hidden(bytes))]).toEqual([`${WORD} as ${form}`])
  })

  it.each([0, 1, 2, 3])('finds a word in base64, %i bytes after where that began', (before) => {
    const around = `${'x'.repeat(before)}${WORD}, and more`
    const found = newSearch([WORD]).in(hidden(Buffer.from(Buffer.from(around).toString('base64'))))
    expect([...found]).toContain(`${WORD} as base64`)
  })

  it('finds words of other scripts', () => {
    expect([...newSearch(['ಆಶಾ ಕುಲಕರ್ಣಿ']).in(hidden(Buffer.from('ಆಶಾ ಕುಲಕರ್ಣಿ')))]).toHaveLength(1)
  })

  it('finds a code that stands alone, and not one within a longer number', () => {
    const search = newSearch([CODE])
    expect([...search.in(Buffer.from(`{"code":"${CODE}"}`))]).toEqual([`${CODE} as text`])
    expect([...search.in(Buffer.from(`1${CODE}9`))]).toEqual([])
  })

  it('finds a word at the very beginning and the very end', () => {
    expect([...newSearch([WORD]).in(Buffer.from(WORD))]).toEqual([`${WORD} as text`])
  })

  it('finds no word of which the end is missing', () => {
    expect([...newSearch([WORD]).in(Buffer.from(WORD.slice(0, -1)))]).toEqual([])
  })

  it('finds nothing where nothing is', () => {
    expect([...newSearch([WORD, CODE]).in(systemChance.bytes(100_000))]).toEqual([])
  })
})
