import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import {
  Clock,
  EmptyState,
  Icon,
  Row,
  RowList,
  Section,
  StateWord,
  useNow,
  When,
  Word,
} from '../../ui/index.ts'
import { visitsAnswer, type Visit } from './questions.ts'

/** Charts that are open, each with its clock. */
export function OpenVisits() {
  const { t } = useTranslation('visits')
  const { open } = useVisits()
  return (
    <Section title={t('open.title')}>
      {open.length === 0 ? (
        <EmptyState icon="locked" title={t('open.none')}>
          <p>{t('open.noneWords')}</p>
        </EmptyState>
      ) : (
        <RowList label={t('open.title')}>
          {open.map((visit) => (
            <OpenVisit key={visit.consent} visit={visit} />
          ))}
        </RowList>
      )}
    </Section>
  )
}

/** Notes that wait to be finished, then what ended today. */
export function EndedVisits() {
  const { t } = useTranslation('visits')
  const { ended } = useVisits()
  return (
    <>
      <Ended
        title={t('notes.title')}
        note={t('notes.note')}
        visits={ended.filter(({ hasDraft }) => hasDraft)}
      />
      <Ended title={t('ended.title')} visits={ended.filter(({ hasDraft }) => !hasDraft)} />
    </>
  )
}

/** Time runs out here, too, whether or not news of it has come. */
function useVisits() {
  const now = useNow()
  const { visits } = useSuspenseQuery(visitsAnswer).data
  const isOpen = ({ state, until }: Visit) => state === 'granted' && until > now
  return { open: visits.filter(isOpen), ended: visits.filter((visit) => !isOpen(visit)) }
}

function OpenVisit({ visit }: { readonly visit: Visit }) {
  const { consent, patient, organisation, grantedAt, until } = visit
  return (
    <Row
      lead={<Icon name="visit" />}
      title={patient}
      detail={<Where organisation={organisation} visit={visit} />}
      end={<Clock from={toInstant(grantedAt)} until={toInstant(until)} />}
      href={`/visits/${consent}`}
    />
  )
}

function Where({
  organisation,
  visit: { hasDraft },
}: {
  readonly organisation: string
  readonly visit: Visit
}) {
  const { t } = useTranslation('visits')
  return (
    <>
      {organisation}
      {hasDraft && <>, {t('open.draft')}</>}
    </>
  )
}

interface EndedProps {
  readonly title: string
  readonly note?: string
  readonly visits: readonly Visit[]
}

function Ended({ title, note, visits }: EndedProps) {
  const { t } = useTranslation('visits')
  if (visits.length === 0) return null
  return (
    <Section title={title} note={note}>
      <RowList label={title}>
        {visits.map(({ consent, patient, organisation, grantedAt, state, hasDraft }) => (
          <Row
            key={consent}
            lead={<Icon name={hasDraft ? 'edit' : 'history'} />}
            title={patient}
            detail={
              <>
                {organisation}, <When at={toInstant(grantedAt)} />
              </>
            }
            end={
              hasDraft ? (
                <Word icon="edit" tone="warm" word={t('notes.begun')} />
              ) : (
                <StateWord state={state === 'granted' ? 'ended' : state} />
              )
            }
            href={`/visits/${consent}`}
          />
        ))}
      </RowList>
    </Section>
  )
}
