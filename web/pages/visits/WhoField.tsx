import { useTranslation } from 'react-i18next'
import { QrScanner, TextField } from '../../ui/index.ts'
import { isMisread, namedBy } from './named.ts'

interface WhoFieldProps {
  readonly who: string
  /** Whether it was tried to send it as it is. */
  readonly tried: boolean
  readonly onWho: (who: string) => void
}

/** One box for all that names a patient; what it was taken for is said, for one figure more is another thing. */
export function WhoField({ who, tried, onWho }: WhoFieldProps) {
  const { t } = useTranslation('visits')
  const named = namedBy(who)
  const wrong = isMisread(who) ? t('ask.misread') : tried && !named ? t('ask.missing') : undefined
  return (
    <QrScanner onCode={onWho}>
      <TextField
        label={t('ask.who')}
        hint={named ? t(`ask.takenFor.${named.by}`) : t('ask.whoHint')}
        message={wrong}
        icon="search"
        value={who}
        onValue={onWho}
        autoComplete="off"
        maxLength={254}
      />
    </QrScanner>
  )
}
