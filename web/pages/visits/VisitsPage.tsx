import { useTranslation } from 'react-i18next'
import type { Me } from '#identity/model'
import { useMe } from '../../app/session.ts'
import { ButtonLink, Notice, PageHeader, Section, Stack } from '../../ui/index.ts'
import { AskForm } from './AskForm.tsx'
import { housesOf, mayPractise } from './questions.ts'
import { Requests } from './Requests.tsx'
import { EndedVisits, OpenVisits } from './Visits.tsx'
import './visits.css'

/** What is open now, what was asked, and asking. */
export function VisitsPage() {
  const { t } = useTranslation('visits')
  const me = useMe()
  if (!me) return null
  return (
    <>
      <PageHeader title={t('title')} />
      {mayPractise(me) ? <Day me={me} /> : <Stopped me={me} />}
    </>
  )
}

function Day({ me }: { readonly me: Me }) {
  const { t } = useTranslation('visits')
  const houses = housesOf(me)
  return (
    <div className="visits">
      <div className="visits-open">
        <OpenVisits />
      </div>
      <div className="visits-ask">
        <Section title={t('ask.title')}>
          {houses[0] ? (
            <AskForm houses={houses} first={houses[0].organisation} />
          ) : (
            <Notice tone="warm" title={t('noHouse.title')}>
              <p>{t('noHouse.words')}</p>
            </Notice>
          )}
        </Section>
      </div>
      <div className="visits-rest">
        <Requests />
        <EndedVisits />
      </div>
    </div>
  )
}

/** A licence that was stopped or ran out: nothing opens, and why is one click away. */
function Stopped({ me: { licences } }: { readonly me: Me }) {
  const { t } = useTranslation('visits')
  const [licence] = licences
  return (
    <Notice
      tone="danger"
      title={t(licence ? `stopped.${stoppedAs(licence.state)}` : 'stopped.none')}
      actions={
        <Stack>
          {licence ? (
            <ButtonLink href={`/practitioners/${licence.practitioner}`}>{t('stopped.see')}</ButtonLink>
          ) : (
            <ButtonLink href="/practise">{t('stopped.apply')}</ButtonLink>
          )}
        </Stack>
      }
    >
      <p>{t('stopped.words')}</p>
    </Notice>
  )
}

type State = Me['licences'][number]['state']

function stoppedAs(state: State): Exclude<State, 'active'> {
  return state === 'active' ? 'held' : state
}
