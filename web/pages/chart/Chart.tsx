import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { exportEndpoint } from '#records/model'
import { addressOf } from '../../app/client.ts'
import { ButtonLink, ButtonRow, EmptyState, PageHeader, Stack } from '../../ui/index.ts'
import { ChartFilters } from './ChartFilters.tsx'
import { Found } from './Found.tsx'
import { outlineAnswer } from './questions.ts'
import { SearchBox } from './SearchBox.tsx'
import { Timeline } from './Timeline.tsx'
import './chart.css'

/** One's own chart, newest date of care first. */
export function Chart() {
  const { t } = useTranslation('chart')
  const { q } = useSearch({ from: '/frame/chart' })
  const { data: outline } = useSuspenseQuery(outlineAnswer)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={outline.total === 0 ? undefined : t('lead', { count: outline.total })}
        actions={
          <ButtonRow>
            <ButtonLink kind="main" icon="plus" href="/chart/add">
              {t('addMore')}
            </ButtonLink>
            {outline.total > 0 && (
              <ButtonLink
                kind="quiet"
                icon="download"
                href={addressOf(exportEndpoint, {})}
                download="my-chart.twinchart"
              >
                {t('save')}
              </ButtonLink>
            )}
          </ButtonRow>
        }
      />
      {outline.total === 0 ? (
        <EmptyState icon="timeline" title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      ) : (
        <Stack>
          <SearchBox key={q ?? ''} />
          {q === undefined ? (
            <>
              <ChartFilters outline={outline} />
              <Timeline outline={outline} />
            </>
          ) : (
            <Found q={q} />
          )}
        </Stack>
      )}
    </>
  )
}
