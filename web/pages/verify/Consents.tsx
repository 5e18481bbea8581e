import { useTranslation } from 'react-i18next'
import type { ProvedConsent, Report } from '#exchange/model'
import { useWords } from '../../text/use-words.ts'
import { Icon, Row, RowList, Section, StateWord, When } from '../../ui/index.ts'

/** Which consents were in force, from when to when. */
export function Consents({ report: { consents, strands, worth } }: { readonly report: Report }) {
  const { t } = useTranslation('verify')
  const names = new Map(strands.map(({ writer, writerName }) => [writer, writerName]))
  if (consents.length === 0)
    return (
      <Section title={t('consents.title')}>
        <p className="quiet">{t('consents.none')}</p>
      </Section>
    )
  return (
    <Section title={t('consents.title')} note={t('consents.note')}>
      <RowList label={t('consents.title')}>
        {consents.map((consent) => (
          <ConsentRow
            key={consent.opening.consent}
            consent={consent}
            organisation={names.get(consent.opening.organisation) ?? null}
            asOf={worth?.time ?? consent.until}
          />
        ))}
      </RowList>
    </Section>
  )
}

interface ConsentRowProps {
  readonly consent: ProvedConsent
  readonly organisation: string | null
  /** When the ledger was signed: the file knows of nothing later. */
  readonly asOf: number
}

function ConsentRow({ consent: { opening, from, until, revoked }, organisation, asOf }: ConsentRowProps) {
  const { t } = useTranslation(['verify', 'ui'])
  const words = useWords()
  const state = revoked ? 'revoked' : until <= asOf ? 'ended' : 'granted'
  return (
    <Row
      lead={<Icon name="people" />}
      title={organisation ?? t('consents.organisation', { id: opening.organisation.slice(0, 8) })}
      detail={
        <>
          <When at={from} /> – <When at={until} />
          <br />
          {t('consents.practitioner', { id: opening.practitioner.slice(0, 8) })}.{' '}
          {words.list(opening.kinds.map((kind) => t(`ui:kind.${kind}`)))}.{' '}
          {t('consents.entries', { count: opening.entries.length })}
        </>
      }
      end={<StateWord state={state} />}
    />
  )
}
