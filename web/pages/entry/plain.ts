/** What a line of one's own chart says in words that need no training: a test's full name, how to take a medicine. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LineShape } from '#records/model'
import type { Areas } from '../../text/areas.ts'
import { useWords, type Words } from '../../text/use-words.ts'
import { readDose, type Dose, type How, type Time } from './dose.ts'

type T = TFunction<'entry'>
type Plain = Pick<LineShape, 'title' | 'figure'> & { readonly kind?: LineShape['kind'] }

export function usePlainWords(): (line: Plain) => string | undefined {
  const { t, i18n } = useTranslation('entry')
  const words = useWords()
  const isTerm = (key: string): key is keyof Areas['entry']['term'] =>
    key !== '' && i18n.exists(`entry:term.${key}`)
  return ({ kind = 'medicine', title, figure }) => {
    const term = (title ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    if (kind !== 'medicine') return isTerm(term) ? t(`term.${term}`) : undefined
    const dose = readDose(figure ?? '')
    return dose && doseWords(dose, t, words)
  }
}

/** "in the morning and at night, for 30 days". */
function doseWords({ how, days }: Dose, t: T, words: Words): string {
  const when = typeof how === 'string' ? latinWords(how, t) : timesWords(how, t, words)
  // At once is once: for how long has no meaning there.
  if (days === undefined || how === 'stat') return when
  return `${when}, ${t('dosage.lasting', { span: t('span.d', { count: days }) })}`
}

/** Of one each time the number need not be said. */
function timesWords(times: Exclude<Dose['how'], How>, t: T, words: Words): string {
  const isPlain = times.every(({ count }) => count === '1')
  return words.list(
    times.map(({ time, count }) => (isPlain ? timeWords(time, t) : `${timeWords(time, t)}: ${count}`)),
  )
}

function timeWords(time: Time, t: T): string {
  switch (time) {
    case 'morning':
      return t('timing.MORN')
    case 'noon':
      return t('dose.noon')
    case 'evening':
      return t('timing.EVE')
    case 'night':
      return t('timing.NIGHT')
  }
}

const TIMES_A_DAY = { OD: 1, BD: 2, TDS: 3, QID: 4 } as const

function latinWords(how: How, t: T): string {
  switch (how) {
    case 'HS':
      return t('timing.HS')
    case 'SOS':
      return t('dosage.asNeeded')
    case 'stat':
      return t('code.stat')
    case 'OD':
    case 'BD':
    case 'TDS':
    case 'QID':
      return t('dosage.times', { count: TIMES_A_DAY[how], per: t('per.d', { count: 1 }) })
  }
}
