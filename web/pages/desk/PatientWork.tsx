import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ageOn } from '#identity/model'
import { useGo } from '../../app/go.ts'
import { healthIdWords } from '../../text/numbers.ts'
import { Day, EmptyState, PersonBadge, Tabs, toLocalDay, useNow } from '../../ui/index.ts'
import { AddDocuments } from './AddDocuments.tsx'
import { AddFhir } from './AddFhir.tsx'
import { deskHref, VIEWS, type View } from './address.ts'
import { useFocusInside } from './focus.ts'
import { photoOf } from './photo.ts'
import type { OfPatient } from './questions.ts'
import { useMayAdd } from './roles.ts'
import { TokenPart } from './TokenPart.tsx'
import { Wrote } from './Wrote.tsx'

/** What is done for a patient whose name and date of birth were asked. */
export function PatientWork({ organisation, patient }: OfPatient) {
  const { t } = useTranslation('desk')
  const { view = 'token' } = useSearch({ from: '/staff/desk/$organisation' })
  const go = useGo()
  const box = useFocusInside('.desk-give button', '[role="tab"][aria-selected="true"]')
  const today = toLocalDay(useNow())
  const { name, sex, person, birthDate, healthId } = patient
  return (
    <section ref={box} className="desk-work" aria-label={name}>
      <div className="desk-identity">
        <PersonBadge
          {...{ name, sex }}
          age={ageOn(birthDate, today).years}
          size="large"
          photo={photoOf(organisation, patient)}
        >
          <Day written={birthDate} />
          {healthId !== null && `, ${healthIdWords(healthId)}`}
        </PersonBadge>
      </div>
      <Tabs
        label={t('views.label')}
        tabs={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        value={view}
        onValue={(chosen) => go(deskHref(organisation, { person, view: chosen }))}
      >
        <ViewOf {...{ organisation, patient, view }} />
      </Tabs>
    </section>
  )
}

function ViewOf({ view, ...of }: OfPatient & { readonly view: View }) {
  const { t } = useTranslation('desk')
  const mayAdd = useMayAdd(of.organisation)
  if (view === 'token') return <TokenPart {...of} />
  if (!mayAdd)
    return (
      <EmptyState icon="locked" title={t('notForYou.title')}>
        <p>{t('notForYou.words')}</p>
      </EmptyState>
    )
  switch (view) {
    case 'documents':
      return <AddDocuments {...of} />
    case 'fhir':
      return <AddFhir {...of} />
    case 'wrote':
      return <Wrote {...of} />
  }
}
