/** What a readable entry holds, in words of the page's language. */
import type { TFunction } from 'i18next'
import { toInstant } from '#kernel'
import type { Value } from '#records/model'
import type { Areas } from '../../text/areas.ts'
import type { Words } from '../../text/use-words.ts'
import { toLocalDay } from '../../ui/day.ts'

type T = TFunction<['entry', 'ui']>
type Dosage = Extract<Value, { readonly as: 'dosage' }>['dosage']

export function valueWords(value: Value, t: T, words: Words): string {
  switch (value.as) {
    case 'text':
      return value.text
    case 'date':
      return dateTimeWords(value.date, words)
    case 'period':
      return periodWords(value, t, words)
    case 'code':
      return codeWords(value.code, t)
    case 'truth':
      return t(value.truth ? 'yes' : 'no')
    case 'abnormal':
      return t(`ui:flag.${value.abnormal}`)
    case 'dosage':
      return dosageWords(value.dosage, t)
  }
}

/** A code that no catalogue knows stays as it was written. */
function codeWords(code: string, t: T): string {
  return isKnownCode(code, t) ? t(`code.${code}`) : code
}

/** With the time of day where it was written: as the writer's clock showed it; of UTC, as the clock here does. */
function dateTimeWords(written: string, words: Words): string {
  const [, time, zone] = written.match(/T(\d\d:\d\d)\S*?(Z?)$/) ?? []
  if (time === undefined) return words.day(written)
  if (zone !== 'Z') return time === '00:00' ? words.day(written) : `${words.day(written)}, ${time}`
  const at = toInstant(Date.parse(written))
  return `${words.day(toLocalDay(at))}, ${words.clock(at)}`
}

function periodWords({ start, end }: Extract<Value, { readonly as: 'period' }>, t: T, words: Words): string {
  const [from, to] = [start, end].map((day) => day && dateTimeWords(day, words))
  if (from && to) return from === to ? from : t('period', { from, to })
  return from ? t('from', { day: from }) : t('to', { day: to })
}

/** What the prescriber wrote, else a sentence of the parts. */
function dosageWords({ text, dose, timing, when, asNeeded, route, lasting }: Dosage, t: T): string {
  if (text !== null) return text
  const parts = [
    dose,
    timing && timingWords(timing, t),
    ...when.map((code) => (isKnownTiming(code, t) ? t(`timing.${code}`) : code)),
    asNeeded && t('dosage.asNeeded'),
    route,
    lasting && t('dosage.lasting', { span: t(`span.${lasting.unit}`, { count: lasting.value }) }),
  ]
  return parts.filter((part) => part !== null && part !== false).join(', ')
}

function timingWords({ times, most, period, unit }: NonNullable<Dosage['timing']>, t: T): string {
  const per = t(`per.${unit}`, { count: period })
  return most === null
    ? t('dosage.times', { count: times, per })
    : t('dosage.atMost', { count: times, most, per })
}

const absent = '\u0000'

function isKnownCode(code: string, t: T): code is keyof Areas['entry']['code'] {
  return isPlain(code) && t([`entry:code.${code}`], { defaultValue: absent }) !== absent
}

function isKnownTiming(code: string, t: T): code is keyof Areas['entry']['timing'] {
  return isPlain(code) && t([`entry:timing.${code}`], { defaultValue: absent }) !== absent
}

/** A code with a dot or colon would lead into the catalogue elsewhere. */
function isPlain(code: string): boolean {
  return /^[\w-]+$/.test(code)
}
