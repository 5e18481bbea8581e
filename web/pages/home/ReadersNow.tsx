import { useTranslation } from 'react-i18next'
import { revokeEndpoint } from '#consent/model'
import { toInstant } from '#kernel'
import type { homeEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Clock, Icon, Link, useUndo, useWindowTitle } from '../../ui/index.ts'

type Reader = Answer<typeof homeEndpoint>['readers'][number]

interface ReadersNowProps {
  readonly readers: readonly Reader[]
  readonly looks: number
}

/** The first thing seen: who can read the chart at this moment. */
export function ReadersNow({ readers, looks }: ReadersNowProps) {
  const { t } = useTranslation('home')
  useWindowTitle(t('title'))
  return (
    <section
      className="home-readers"
      data-open={readers.length > 0 || undefined}
      aria-label={t('readersNow')}
    >
      <div className="home-readers-head">
        <Icon name={readers.length > 0 ? 'open' : 'locked'} large />
        <h1 tabIndex={-1}>{readers.length === 0 ? t('nobody') : t('readers', { count: readers.length })}</h1>
      </div>
      {readers.length > 0 && (
        <ul>
          {readers.map((reader) => (
            <ReaderRow key={reader.consent} {...reader} />
          ))}
        </ul>
      )}
      <p className="home-looks">
        <Link href="/looks">{t('looks', { count: looks })}</Link>
      </p>
    </section>
  )
}

function ReaderRow({ consent, name, organisation, until }: Reader) {
  const { t } = useTranslation('home')
  const say = useUndo()
  const ending = useSend(revokeEndpoint, ['chart', 'consents', 'requests'])
  const end = () => ending.mutate({ params: { consent } }, { onSuccess: () => say(t('ended', { name })) })
  return (
    <li className="home-reader">
      <div className="home-reader-words">
        <strong>{name}</strong>
        <span className="quiet">{organisation}</span>
        <Clock until={toInstant(until)} />
      </div>
      <Button icon="revoked" busy={ending.isPending} onPress={end}>
        {t('end')}
      </Button>
      {ending.error && <ProblemNotice error={ending.error} />}
    </li>
  )
}
