import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock, toInstant } from '#kernel'
import { ageOn, formatHealthId, isHealthId } from '#identity/model'
import { finishVisitEndpoint, visitPhotoEndpoint } from '#records/model'
import { addressOf } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useMe } from '../../app/session.ts'
import { unbroken } from '../../text/numbers.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, Clock, Confirm, PersonBadge, toLocalDay, useNow } from '../../ui/index.ts'
import type { Visit } from '../visits/questions.ts'
import type { Patient } from './questions.ts'

interface IdentityProps {
  readonly visit: Visit
  /** As soon as it is known; the name is known before. */
  readonly patient: Patient | undefined
}

/** Who this is, with the face, and how long the chart stays open. */
export function Identity({ visit, patient }: IdentityProps) {
  const { consent, grantedAt, until } = visit
  return (
    <header className="visit-identity">
      <h1 className="visit-who" tabIndex={-1}>
        <PersonBadge
          name={patient?.name ?? visit.patient}
          {...(patient && { age: ageOf(patient), sex: patient.sex })}
          {...(patient?.hasPhoto && { photo: addressOf(visitPhotoEndpoint, { params: { consent } }) })}
          size="large"
        >
          <Numbers patient={patient} />
        </PersonBadge>
      </h1>
      <Paper organisation={visit.organisation} />
      <div className="visit-clock screen-only">
        <Clock from={toInstant(grantedAt)} until={toInstant(until)} />
        <EndVisit consent={consent} />
      </div>
    </header>
  )
}

/** Where, by whom and when the chart was read: paper is read later and elsewhere, where no day is today. */
function Paper({ organisation }: Pick<Visit, 'organisation'>) {
  const words = useWords()
  const now = useNow()
  return (
    <p className="visit-paper print-only">
      <strong>{organisation}</strong>, {useMe()?.name}, {words.day(toLocalDay(now))}, {words.clock(now)}
    </p>
  )
}

/** The second thing to know a person by; a line is kept free for it. */
function Numbers({ patient }: Pick<IdentityProps, 'patient'>) {
  const { t } = useTranslation('visit')
  const words = useWords()
  if (!patient) return '\u00a0'
  const { birthDate, healthId } = patient
  const number = healthId !== null && isHealthId(healthId) ? formatHealthId(healthId) : undefined
  return [t('born', { day: words.day(birthDate) }), number && unbroken(t('healthId', { number }))]
    .filter(Boolean)
    .join(', ')
}

function ageOf({ birthDate }: Patient): number {
  return ageOn(birthDate, toLocalDay(systemClock.now())).years
}

/** Closes the chart before its time; the note stays to be finished. */
function EndVisit({ consent }: { readonly consent: string }) {
  const { t } = useTranslation('visit')
  const [asking, setAsking] = useState(false)
  const ending = useSend(finishVisitEndpoint, ['visits'])
  const end = () => {
    setAsking(false)
    ending.mutate({ params: { consent } })
  }
  return (
    <>
      {ending.error && <ProblemNotice error={ending.error} />}
      <Button small busy={ending.isPending} onPress={() => setAsking(true)}>
        {t('end.action')}
      </Button>
      <Confirm
        open={asking}
        title={t('end.title')}
        action={t('end.action')}
        onConfirm={end}
        onClose={() => setAsking(false)}
      >
        <p>{t('end.words')}</p>
      </Confirm>
    </>
  )
}
