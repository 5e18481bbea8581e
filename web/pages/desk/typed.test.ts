import { describe, expect, it } from 'vitest'
import { newHealthId } from '#identity/model'
import type { Token } from './questions.ts'
import { inOrder, readTyped, tokensMeant } from './typed.ts'

const healthId = newHealthId(1000, 123_456_789)
const misread = `${healthId.slice(0, -1)}${(Number(healthId.at(-1)) + 1) % 10}`

describe('what is typed', () => {
  it.each([healthId, ` ${healthId.slice(0, 4)} ${healthId.slice(4, 8)}-${healthId.slice(8)}\n`])(
    'is the health ID of %j',
    (text) => {
      expect(readTyped(text)).toEqual({ as: 'health-id', healthId })
    },
  )

  it('is a health ID in the digits of Kannada', () => {
    const kannada = healthId.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xce6 + Number(digit)))
    expect(readTyped(kannada)).toEqual({ as: 'health-id', healthId })
  })

  it.each(['12', '#12', '೧೨'])('is a token: %j', (text) => {
    expect(readTyped(text)).toEqual({ as: 'token', number: 12 })
  })

  it.each([misread, healthId.slice(1), `${healthId}1`, '12345'])('is misread digits: %j', (text) => {
    expect(readTyped(text)).toEqual({ as: 'misread' })
  })

  it('is a name where it has letters', () => {
    expect(readTyped(' Asha 2 ')).toEqual({ as: 'name', name: 'Asha 2' })
  })

  it('is nothing', () => {
    expect(readTyped('  ')).toEqual({ as: 'nothing' })
  })
})

describe("today's tokens", () => {
  const asha = token(2, 'Asha R. Gowda')
  const ravi = token(1, 'Ravi Kumar')
  const find = (text: string) => tokensMeant(readTyped(text), [asha, ravi])

  it('are found by number, by health ID and by the beginnings of a name', () => {
    expect(find('2')).toEqual([asha])
    expect(find(healthId)).toEqual([asha, ravi])
    expect(find('gow ASHA')).toEqual([asha])
  })

  it('are not found by the middle of a name, nor by digits misread', () => {
    expect(find('sha')).toEqual([])
    expect(find(misread)).toEqual([])
    expect(find('3')).toEqual([])
  })

  it('are all there while nothing is typed, by number', () => {
    expect(inOrder(find(''))).toEqual([ravi, asha])
  })
})

function token(number: number, name: string): Token {
  return {
    token: `token ${number}`,
    number,
    day: '2026-03-03',
    state: 'waiting',
    at: 0,
    patient: { person: name, name, birthDate: '1980', sex: 'other', healthId, hasPhoto: false },
  }
}
