import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseHealthId } from '#identity/model'
import { Button, ButtonRow, PageHeader, Stack } from '../../ui/index.ts'
import { CardFace } from './CardFace.tsx'
import { CardFiles } from './CardFiles.tsx'
import { CounterCard } from './CounterCard.tsx'
import './card.css'

/** Shown at a counter first of all; kept and printed beside that. */
export function CardPage() {
  const { t } = useTranslation('card')
  const { me } = useRouteContext({ from: '/frame/card' })
  const [shown, setShown] = useState(false)
  return (
    <>
      <div className="screen-only">
        <PageHeader title={t('title')} lead={t('lead')} />
      </div>
      <Stack gap="large">
        <CardFace me={me} />
        <ButtonRow>
          <Button kind="main" icon="show" onPress={() => setShown(true)}>
            {t('show')}
          </Button>
          <Button icon="print" onPress={() => print()}>
            {t('print')}
          </Button>
        </ButtonRow>
        <CardFiles healthId={parseHealthId(me.healthId)} />
        <p className="quiet screen-only">{t('lost')}</p>
      </Stack>
      <CounterCard me={me} open={shown} onClose={() => setShown(false)} />
    </>
  )
}
