import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/index.ts'

const STAYS = ['looks', 'written', 'seen'] as const
const ICONS = { looks: 'look', written: 'edit', seen: 'information' } as const

/** What ending it does not undo, said before, not after. */
export function WhatStays() {
  const { t } = useTranslation('requests')
  return (
    <section className="request-stays" aria-label={t('stays.title')}>
      <h2>{t('stays.title')}</h2>
      <ul>
        {STAYS.map((name) => (
          <li key={name}>
            <Icon name={ICONS[name]} />
            {t(`stays.${name}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
