import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { looksEndpoint } from '#records/model'
import { toInstant } from '#kernel'
import type { Answer } from '../../app/client.ts'
import { Button, EmptyState, LookList, PageHeader, Stack } from '../../ui/index.ts'
import { CheckLook } from './CheckLook.tsx'
import { useLookSentence } from './sentence.tsx'
import { looksPages } from './questions.ts'

export type Look = Answer<typeof looksEndpoint>['looks'][number]

/** Who looked at the chart, in sentences, each of which can be checked here. */
export function Looks() {
  const { t } = useTranslation('looks')
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(looksPages)
  const looks = data.pages.flatMap((page) => page.looks)
  const toSentence = useLookSentence()
  const shown = looks.map((look) => ({
    id: look.look,
    at: toInstant(look.at),
    sentence: toSentence(look),
    action: <CheckLook look={look} />,
    way: look.way,
  }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/access', label: t('back') }} />
      {shown.length === 0 ? (
        <EmptyState icon="look" title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      ) : (
        <Stack>
          <LookList
            looks={shown.filter(({ way }) => way !== 'automatic')}
            automated={shown.filter(({ way }) => way === 'automatic')}
          />
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {t('older')}
            </Button>
          )}
        </Stack>
      )}
    </>
  )
}
