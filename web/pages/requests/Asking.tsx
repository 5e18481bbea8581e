import { useTranslation } from 'react-i18next'
import { MINUTE, toInstant } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { Link, PersonBadge, useWindowTitle, When, Word } from '../../ui/index.ts'
import type { Asked } from './choice.ts'

type Reader = Asked['request']['reader']

/** Who asks, from which hospital, why, and for how long: one sentence. */
export function Asking({ request }: { readonly request: Asked['request'] }) {
  const { t } = useTranslation('requests')
  const words = useWords()
  const { reader, purpose, reason, minutes, askedAt, standsUntil } = request
  useWindowTitle(t('sheet.title', { name: reader.name }))
  return (
    <header className="request-asking">
      <ReaderBadge reader={reader} />
      <h1 tabIndex={-1}>
        {t('sheet.sentence', {
          name: reader.name,
          organisation: reader.organisation,
          purpose: t(`purpose.${purpose}`),
          length: words.length(minutes * MINUTE),
        })}
      </h1>
      {reason !== '' && (
        <blockquote className="request-reason">
          <p>{reason}</p>
        </blockquote>
      )}
      <CareRange {...request.care} />
      <p className="quiet">
        {t('sheet.asked')} <When at={toInstant(askedAt)} />
        {'. '}
        {t('sheet.stands', { time: words.clock(toInstant(standsUntil)) })}
      </p>
    </header>
  )
}

/** A name, and what the health authority says of the licence behind it. */
export function ReaderBadge({ reader }: { readonly reader: Reader }) {
  const { t } = useTranslation(['requests', 'ui'])
  const { name, qualification, registration, practitioner, licence } = reader
  return (
    <PersonBadge name={name} size="large">
      {qualification}
      <span className="request-licence">
        {licence === 'active' ? (
          <Word icon="licence" tone="good" word={t('ui:licence.active')} />
        ) : (
          <Word
            icon="licence-off"
            tone="danger"
            word={t(licence === 'suspended' ? 'ui:licence.suspended' : 'ui:licence.lapsed')}
          />
        )}{' '}
        <Link href={`/practitioners/${practitioner}`}>{registration}</Link>
      </span>
    </PersonBadge>
  )
}

/** Which dates of care are asked for, where not all are. */
function CareRange({ from, to }: Asked['request']['care']) {
  const { t } = useTranslation('requests')
  const words = useWords()
  if (from === null && to === null) return null
  if (to === null) return <p>{t('sheet.since', { from: words.day(from ?? '') })}</p>
  if (from === null) return <p>{t('sheet.before', { to: words.day(to) })}</p>
  return <p>{t('sheet.between', { from: words.day(from), to: words.day(to) })}</p>
}
