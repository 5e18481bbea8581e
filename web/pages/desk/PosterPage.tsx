import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { posterEndpoint } from '#identity/model'
import { addressOf } from '../../app/client.ts'
import { useMe } from '../../app/session.ts'
import { Button, PageHeader } from '../../ui/index.ts'
import { deskHref } from './address.ts'
import './desk.css'

/** What hangs at the counter: patients scan it with their own phone. It names the counter and nobody else. */
export function PosterPage() {
  const { t } = useTranslation(['desk', 'common'])
  const { organisation } = useParams({ from: '/staff/desk/$organisation/poster' })
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  return (
    <>
      <PageHeader
        title={t('poster.title')}
        back={{ href: deskHref(organisation), label: t('title') }}
        actions={
          <Button kind="main" icon="print" onPress={() => globalThis.print()}>
            {t('common:print')}
          </Button>
        }
      />
      <figure className="desk-poster">
        <p className="desk-poster-name">{house?.name}</p>
        <img src={addressOf(posterEndpoint, { params: { organisation } })} alt={t('poster.picture')} />
        <figcaption>
          {house && <p className="desk-poster-code">{house.counter}</p>}
          <p>{t('poster.what')}</p>
          <p>{t('poster.without', { address: `${location.host}/register` })}</p>
          <p className="quiet">{t('poster.safe')}</p>
        </figcaption>
      </figure>
    </>
  )
}
