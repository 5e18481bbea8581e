import { expect, it } from 'vitest'
import { noteSchema } from '#records/model'
import { EMPTY_FORM, isEmptyNote, toForm, toNote, wrongVitals, type NoteForm } from './note-form.ts'

const typed: NoteForm = {
  text: 'c/o fever × 3 days',
  codes: [{ code: 'A90', words: 'Dengue fever' }],
  vitals: {
    systolic: '120',
    diastolic: '80',
    pulse: '88',
    temperature: '100,4',
    oxygen: '97',
    weight: '61.5',
  },
  degrees: '[degF]',
}

it('is kept as the server takes it', () => {
  expect(noteSchema.parse(toNote(typed))).toEqual(toNote(typed))
  expect(toNote(typed).vitalSigns.temperature).toEqual({ value: 100.4, unit: '[degF]' })
})

it('comes back as it was typed, but for a comma', () => {
  expect(toForm(toNote(typed))).toEqual({ ...typed, vitals: { ...typed.vitals, temperature: '100.4' } })
})

it('keeps nothing of a figure that is not finished or cannot be, and says which', () => {
  const half = { ...typed, vitals: { ...typed.vitals, systolic: '1', pulse: 'fast', temperature: '38' } }
  expect(noteSchema.safeParse(toNote(half)).success).toBe(true)
  expect(toNote(half).vitalSigns).toMatchObject({ systolic: null, pulse: null, temperature: null })
  expect(wrongVitals(half)).toEqual(['systolic', 'pulse', 'temperature'])
})

it('reads degrees by their unit', () => {
  const warm = (temperature: string, degrees: NoteForm['degrees']) =>
    toNote({ ...typed, degrees, vitals: { ...typed.vitals, temperature } }).vitalSigns.temperature
  expect(warm('38', 'Cel')).toEqual({ value: 38, unit: 'Cel' })
  expect(warm('38', '[degF]')).toBeNull()
  expect(warm('101', 'Cel')).toBeNull()
})

it('has nothing wrong where nothing is typed', () => {
  expect(wrongVitals(EMPTY_FORM)).toEqual([])
  expect(isEmptyNote(EMPTY_FORM)).toBe(true)
})

it('is not empty with a single figure in it, even a wrong one', () => {
  const one = (vitals: Partial<NoteForm['vitals']>) => ({
    ...EMPTY_FORM,
    vitals: { ...EMPTY_FORM.vitals, ...vitals },
  })
  expect(isEmptyNote(one({ pulse: '72' }))).toBe(false)
  expect(isEmptyNote(one({ pulse: '7' }))).toBe(false)
  expect(isEmptyNote({ ...EMPTY_FORM, text: '  \n ' })).toBe(true)
})
