import { useTranslation } from 'react-i18next'
import { ButtonLink, ButtonRow, PageHeader, Stack, StateWord } from '../../ui/index.ts'
import { ReaderBadge } from './Asking.tsx'
import type { Asked } from './choice.ts'

interface AnsweredProps {
  readonly asked: Asked['request']
  /** Whether it became so on this page. */
  readonly isNews: boolean
}

/** What became of a request, and where to go from here. */
export function Answered({ asked, isNews }: AnsweredProps) {
  const { t } = useTranslation('requests')
  const { state, reader } = asked
  if (state === 'requested') return null
  return (
    <Stack gap="large">
      <PageHeader
        title={t(`answered.${state}.title`, { name: reader.name })}
        takesFocus={isNews}
        lead={t(`answered.${state}.words`)}
        back={{ href: '/requests', label: t('list.title') }}
      />
      <div role="status">
        <StateWord state={state} />
      </div>
      <ReaderBadge reader={reader} />
      <ButtonRow>
        <ButtonLink kind="main" href="/access">
          {t('answered.access')}
        </ButtonLink>
        <ButtonLink href="/">{t('answered.home')}</ButtonLink>
      </ButtonRow>
    </Stack>
  )
}
