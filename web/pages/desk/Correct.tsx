import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonRow } from '../../ui/index.ts'
import type { OfEntry } from './OpenedEntry.tsx'
import type { OwnEntry } from './questions.ts'
import { ReadScan } from './ReadScan.tsx'
import { StrikeForm } from './StrikeForm.tsx'

/** What staff may say of an entry of their own: that a person read it, or that it was a mistake. */
export function Correct({ whole, ...of }: OfEntry & { readonly whole: OwnEntry }) {
  const { t } = useTranslation('desk')
  const [doing, setDoing] = useState<'read' | 'strike'>()
  const close = () => setDoing(undefined)
  if (doing === 'strike') return <StrikeForm {...of} onDone={close} />
  if (doing === 'read') return <ReadScan {...of} onDone={close} />
  return (
    <ButtonRow>
      {whole.document && (
        <Button small icon="look" onPress={() => setDoing('read')}>
          {t('read.action')}
        </Button>
      )}
      <Button small kind="danger" icon="denied" onPress={() => setDoing('strike')}>
        {t('strike.action')}
      </Button>
    </ButtonRow>
  )
}
