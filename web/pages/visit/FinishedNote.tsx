import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock, type Instant } from '#kernel'
import { ageOn } from '#identity/model'
import type { Note } from '#records/model'
import { useMe } from '../../app/session.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, ButtonLink, ButtonRow, Facts, PageHeader, toLocalDay, type Fact } from '../../ui/index.ts'
import type { Visit } from '../visits/questions.ts'
import type { Patient } from './questions.ts'
import './sheet.css'

/** What has joined the chart, for the paper that goes home. */
export interface Finished {
  readonly note: Note
  readonly at: Instant
  readonly print: boolean
  readonly visit: Visit | undefined
  readonly patient: Patient | undefined
}

/** The note as a sheet of paper. The chart is closed: what is not printed now is read in the chart by whoever may. */
export function FinishedNote({ finished }: { readonly finished: Finished }) {
  const { t } = useTranslation(['visit', 'common'])
  const { print } = finished
  useEffect(() => {
    if (print) window.print()
  }, [print])
  return (
    <>
      <div className="screen-only">
        <PageHeader title={t('finished.title')} lead={t('finished.lead')} />
        <ButtonRow>
          <ButtonLink kind="main" icon="next" href="/visits">
            {t('finished.next')}
          </ButtonLink>
          <Button icon="print" onPress={() => window.print()}>
            {t('common:print')}
          </Button>
        </ButtonRow>
      </div>
      <Sheet finished={finished} />
    </>
  )
}

function Sheet({ finished: { note, at, visit, patient } }: { readonly finished: Finished }) {
  const { t } = useTranslation('visit')
  const me = useMe()
  const words = useWords()
  const facts = useFigures(note)
  // On paper no day is today.
  const written = `${words.day(toLocalDay(at))}, ${words.clock(at)}`
  return (
    <article className="sheet">
      <header className="sheet-head">
        <strong>{visit?.organisation}</strong>
        <span>
          {me?.name}, <time dateTime={new Date(at).toISOString()}>{written}</time>
        </span>
      </header>
      <h2>{[patient?.name ?? visit?.patient, useAge(patient)].filter(Boolean).join(', ')}</h2>
      <p className="sheet-text">{note.text}</p>
      {note.codes.length > 0 && (
        <ul aria-label={t('diagnosis.chosen')}>
          {note.codes.map(({ code, words }) => (
            <li key={code}>
              {words} ({code})
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
    </article>
  )
}

function useAge(patient: Patient | undefined): string {
  const { t } = useTranslation('ui')
  const words = useWords()
  if (!patient) return ''
  const { years } = ageOn(patient.birthDate, toLocalDay(systemClock.now()))
  return [words.age(years), t(`sex.${patient.sex}`)].join(', ')
}

function useFigures({ vitalSigns }: Note): readonly Fact[] {
  const { t } = useTranslation('visit')
  const { systolic, diastolic, pulse, temperature, oxygen, weight } = vitalSigns
  const degrees = temperature?.unit === 'Cel' ? '°C' : '°F'
  const figures: readonly (readonly [Fact['label'], string | false])[] = [
    [t('vital.pressure'), systolic !== null && `${systolic}/${diastolic ?? '–'} mmHg`],
    [t('vital.pulse'), pulse !== null && `${pulse}/min`],
    [t('vital.temperature'), temperature !== null && `${temperature.value} ${degrees}`],
    [t('vital.oxygen'), oxygen !== null && `${oxygen} %`],
    [t('vital.weight'), weight !== null && `${weight} kg`],
  ]
  return figures.flatMap(([label, value]) => (value === false ? [] : [{ label, value }]))
}
