import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { PageHeader, Row, RowList, Section, toLocalDay, useUndo, Word } from '../../ui/index.ts'
import { useWords } from '../../text/use-words.ts'
import { AddScan } from './AddScan.tsx'
import { LicenceForm } from './LicenceForm.tsx'
import { licencesAnswer } from './questions.ts'
import { ApplicationRow } from './ApplicationRow.tsx'
import './apply.css'

/** How a person becomes a practitioner: a claim, a scan, an officer who checks both. */
export function Practise() {
  const { t } = useTranslation('apply')
  const say = useUndo()
  const { data } = useSuspenseQuery(licencesAnswer)
  const draft = data.applications.find(({ state }) => state === 'draft')
  const isWaiting = data.applications.some(({ state }) => state === 'waiting')
  return (
    <div className="apply">
      <PageHeader
        title={t('practise.title')}
        lead={t('practise.lead')}
        back={{ href: '/', label: t('back') }}
      />
      {data.licences.length > 0 && <Licences />}
      {data.applications.length > 0 && (
        <Section title={t('practise.applications')}>
          <RowList label={t('practise.applications')}>
            {data.applications.map((application) => (
              <ApplicationRow key={application.application} {...application} />
            ))}
          </RowList>
        </Section>
      )}
      {draft && (
        <Section title={t('practise.scanMissing')} note={t('practise.scanMissingWords')}>
          <AddScan application={draft.application} onSent={() => say(t('practise.sent'))} />
        </Section>
      )}
      {!draft && !isWaiting && (
        <Section title={t(data.licences.length > 0 ? 'practise.renew' : 'practise.form')}>
          <LicenceForm />
        </Section>
      )}
    </div>
  )
}

/** My practitioner IDs and how each stands. */
function Licences() {
  const { t } = useTranslation(['apply', 'work', 'ui'])
  const words = useWords()
  const { data } = useSuspenseQuery(licencesAnswer)
  return (
    <Section title={t('practise.licences')}>
      <RowList label={t('practise.licences')}>
        {data.licences.map(({ practitioner, system, state, validUntil }) => (
          <Row
            key={practitioner}
            title={t(`work:system.${system}`)}
            detail={t('practise.until', { day: words.day(toLocalDay(toInstant(validUntil))) })}
            end={
              <Word
                icon={state === 'active' ? 'licence' : 'licence-off'}
                tone={state === 'active' ? 'good' : 'danger'}
                word={t(`ui:licence.${state === 'expired' ? 'lapsed' : state}`)}
              />
            }
            href={`/practitioners/${practitioner}`}
          />
        ))}
      </RowList>
    </Section>
  )
}
