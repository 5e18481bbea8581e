/** A note as it is typed, and as it is kept: figures are text until they are right. */
import { noteSchema, type Note } from '#records/model'

export const VITALS = ['systolic', 'diastolic', 'pulse', 'temperature', 'oxygen', 'weight'] as const
export type Vital = (typeof VITALS)[number]
export type Degrees = 'Cel' | '[degF]'

export interface NoteForm {
  readonly text: string
  readonly codes: Note['codes']
  readonly vitals: Readonly<Record<Vital, string>>
  readonly degrees: Degrees
}

/** Thermometers here show Fahrenheit. */
export const EMPTY_FORM: NoteForm = {
  text: '',
  codes: [],
  vitals: { systolic: '', diastolic: '', pulse: '', temperature: '', oxygen: '', weight: '' },
  degrees: '[degF]',
}

/** As the server takes them: beyond 44 °C proteins fail, below 24 °C no heart beats on its own. */
const WARMEST = 44
const COLDEST = 24

const bounds = noteSchema.shape.vitalSigns.shape

export function toForm({ text, codes, vitalSigns }: Note): NoteForm {
  const { temperature, ...others } = vitalSigns
  const vitals = { ...EMPTY_FORM.vitals, temperature: written(temperature?.value) }
  for (const vital of VITALS) if (vital !== 'temperature') vitals[vital] = written(others[vital])
  return { text, codes, vitals, degrees: temperature?.unit ?? EMPTY_FORM.degrees }
}

/** What can be kept: a figure that cannot be stays with whoever types it. */
export function toNote({ text, codes, vitals, degrees }: NoteForm): Note {
  const value = readVital(vitals.temperature)
  const temperature = value !== null && isWarmth(value, degrees) ? { value, unit: degrees } : null
  const right = (vital: Exclude<Vital, 'temperature'>) => {
    const read = readVital(vitals[vital])
    return bounds[vital].safeParse(read).success ? read : null
  }
  return {
    text,
    codes,
    vitalSigns: {
      systolic: right('systolic'),
      diastolic: right('diastolic'),
      pulse: right('pulse'),
      temperature,
      oxygen: right('oxygen'),
      weight: right('weight'),
    },
  }
}

/** Figures that were typed and cannot be: a finger slipped, or the unit is another. */
export function wrongVitals(form: NoteForm): readonly Vital[] {
  const { vitalSigns } = toNote(form)
  return VITALS.filter((vital) => form.vitals[vital].trim() !== '' && vitalSigns[vital] === null)
}

export function isEmptyNote({ text, codes, vitals }: NoteForm): boolean {
  return text.trim() === '' && codes.length === 0 && VITALS.every((vital) => vitals[vital].trim() === '')
}

function isWarmth(value: number, degrees: Degrees): boolean {
  const celsius = degrees === 'Cel' ? value : ((value - 32) * 5) / 9
  return celsius >= COLDEST && celsius <= WARMEST
}

/** With a point or, as many write here, a comma. */
function readVital(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : null
}

function written(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}
