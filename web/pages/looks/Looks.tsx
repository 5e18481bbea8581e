import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Button, EmptyState, LookList, PageHeader, Stack } from '../../ui/index.ts'
import { CheckLook } from './CheckLook.tsx'
import { useLookSentence } from './sentence.tsx'
import { looksPages } from './questions.ts'

/** Who looked at the chart, in sentences, each of which can be checked here. */
export function Looks() {
  const { t } = useTranslation('looks')
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(looksPages)
  const looks = data.pages.flatMap((page) => page.looks)
  const toSentence = useLookSentence()
  const shown = looks.map((look) => {
    const sentence = toSentence(look)
    const action = <CheckLook look={look} sentence={sentence} />
    return { id: look.look, at: toInstant(look.at), sentence, action, way: look.way }
  })
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
