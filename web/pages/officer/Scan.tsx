import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scanEndpoint } from '#identity/model'
import { addressOf } from '../../app/client.ts'
import { Icon, Link } from '../../ui/index.ts'
import './officer.css'

/** The scan as it came: a picture here; a PDF, which no picture is, in a window of its own. */
export function Scan({ application }: { readonly application: string }) {
  const { t } = useTranslation('officer')
  const [isPicture, setIsPicture] = useState(true)
  const address = addressOf(scanEndpoint, { params: { application } })
  return (
    <div className="officer-scan">
      {isPicture && <img src={address} alt={t('application.scan')} onError={() => setIsPicture(false)} />}
      <Link href={address} target="_blank">
        <Icon name="link" /> {t('application.openScan')}
      </Link>
    </div>
  )
}
