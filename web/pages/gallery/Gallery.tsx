import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COLOURS } from '../../ui/theme.ts'
import {
  Button,
  IconButton,
  PageHeader,
  PersonBadge,
  Shell,
  type AtMostFour,
  type ShellLink,
} from '../../ui/index.ts'
import { FeedbackParts } from './FeedbackParts.tsx'
import { FormParts } from './FormParts.tsx'
import { ListParts } from './ListParts.tsx'
import { Part } from './Part.tsx'
import { WordParts } from './WordParts.tsx'

export function Gallery() {
  const { t } = useTranslation('gallery')
  const [details, setDetails] = useState(false)
  const panel = { title: t('bloodTest'), onClose: () => setDetails(false), children: <p>{t('opened')}</p> }
  return (
    <Shell
      whose={<PersonBadge name={t('patient')} size="small" />}
      links={useLinks()}
      actions={<IconButton icon="language" label={t('open')} onPress={() => {}} />}
      panel={details ? panel : undefined}
    >
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: '/', label: t('home') }}
        actions={<Button onPress={() => setDetails(true)}>{t('panel')}</Button>}
      />
      <Part name="Colours">
        <Swatches />
      </Part>
      <WordParts />
      <FormParts />
      <FeedbackParts />
      <ListParts />
    </Shell>
  )
}

function useLinks(): AtMostFour<ShellLink> {
  const { t } = useTranslation('gallery')
  return [
    { href: '/dev/gallery', label: t('home'), icon: 'home', current: true },
    { href: '/dev/gallery/timeline', label: t('chart'), icon: 'timeline' },
    { href: '/dev/gallery?access', label: t('access'), icon: 'people', waiting: 2 },
    { href: '/dev/gallery?card', label: t('card'), icon: 'card' },
  ]
}

function Swatches() {
  return (
    <div className="gallery-swatches">
      {Object.keys(COLOURS.light).map((name) => (
        <div key={name} className="gallery-swatch">
          <svg width="100%" height="40" aria-hidden>
            <rect width="100%" height="40" rx="6" fill={`var(--${name})`} />
          </svg>
          {name}
        </div>
      ))}
    </div>
  )
}
