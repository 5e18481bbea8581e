import { useTranslation } from 'react-i18next'
import { formatHealthId, parseHealthId, type Me } from '#identity/model'
import { QrPicture } from '../../ui/index.ts'

/** The card itself: name, number, and a QR that carries the number and nothing else. */
export function CardFace({ me: { name, healthId } }: { readonly me: Pick<Me, 'name' | 'healthId'> }) {
  const { t } = useTranslation(['card', 'common'])
  return (
    <section className="card-face" aria-label={t('title')}>
      <div className="card-qr">
        <QrPicture text={parseHealthId(healthId)} label={t('qr')} />
      </div>
      <div className="card-words">
        <p className="card-name">{name}</p>
        <p className="card-label">{t('healthId')}</p>
        <p className="card-number">{formatHealthId(parseHealthId(healthId))}</p>
        <p className="card-product">{t('common:product')}</p>
      </div>
    </section>
  )
}
