import { expect, it } from 'vitest'

import { fromHex, toUtf8 } from '#kernel'

import { fileTypeOf } from './file-type.ts'

it.each([
  ['application/pdf', toUtf8('%PDF-1.4\n')],
  ['image/jpeg', fromHex('ffd8ffe000104a464946')],
  ['image/png', fromHex('89504e470d0a1a0a0000000d')],
  ['image/heic', fromHex('0000001c667479706865696300000000')],
  ['text/plain', toUtf8('ಜ್ವರ ೩ ದಿನ\tfever\r\n')],
])('takes %s by its first bytes', (type, bytes) => {
  expect(fileTypeOf(bytes)).toBe(type)
})

it.each([
  ['a zip', fromHex('504b0304140000000800')],
  ['an old Word file', fromHex('d0cf11e0a1b11ae1')],
  ['an MP4 film', fromHex('0000001c667479706d70343200000000')],
  ['a text with a null', toUtf8('fever\0')],
  ['a text that is no UTF-8', fromHex('6665766572ff')],
  ['a PNG cut short', fromHex('89504e47')],
  ['nothing', new Uint8Array(0)],
])('takes no %s', (_what, bytes) => {
  expect(fileTypeOf(bytes)).toBeUndefined()
})

it('takes a page of HTML for the text it is: nothing shows it as a page', () => {
  expect(fileTypeOf(toUtf8('<script>alert(1)</script>'))).toBe('text/plain')
})
