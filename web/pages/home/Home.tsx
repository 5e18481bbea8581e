import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '#identity/model'
import { ButtonLink, Icon, Link, Row, RowList, Section } from '../../ui/index.ts'
import { EntryRow } from '../entry/EntryRow.tsx'
import { usePlainWords } from '../entry/plain.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { homeAnswer } from './questions.ts'
import { ReadersNow } from './ReadersNow.tsx'
import { useWaits, Waits } from './Waits.tsx'
import './home.css'

/** A patient's home: what waits, who can read now, what to take today, what is new. */
export function Home({ me }: { readonly me: Me }) {
  const { t } = useTranslation('home')
  const { data } = useSuspenseQuery(homeAnswer)
  const waits = useWaits()
  return (
    <>
      <Waits waits={waits} />
      <ReadersNow readers={data.readers} looks={data.looksThisMonth} />
      {!waits.some(({ isAsking }) => isAsking) && (
        <div className="home-card">
          <ButtonLink kind="main" icon="card" href="/card" wide>
            {t('card')}
          </ButtonLink>
        </div>
      )}
      {data.entries === 0 ? <FirstSteps me={me} /> : <ChartInShort {...data} />}
    </>
  )
}

type Answer = Awaited<ReturnType<NonNullable<typeof homeAnswer.queryFn>>>

function ChartInShort({ medicines, newest, entries }: Pick<Answer, 'medicines' | 'newest' | 'entries'>) {
  const { t } = useTranslation('home')
  const plainWords = usePlainWords()
  return (
    <>
      <Section title={t('medicines')}>
        {medicines.length === 0 ? (
          <p className="quiet">{t('noMedicines')}</p>
        ) : (
          <RowList label={t('medicines')}>
            {medicines.map(({ entry, title, figure }) => (
              <Row
                key={entry}
                lead={<Icon name="medicine" />}
                title={title ?? t('medicine')}
                detail={<span className="home-plain">{plainWords({ title, figure })}</span>}
                end={figure && <span className="home-dose">{figure}</span>}
                href={`/chart/entries/${entry}`}
              />
            ))}
          </RowList>
        )}
      </Section>
      <Section title={t('newest')} action={<Link href="/chart">{t('all', { count: entries })}</Link>}>
        <RowList label={t('newest')}>
          {newest.map((line) => (
            <EntryRow key={line.entry} line={line} href={`/chart/entries/${line.entry}`} />
          ))}
        </RowList>
      </Section>
    </>
  )
}
