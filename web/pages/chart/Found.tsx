import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, EmptyState, RowList, Stack } from '../../ui/index.ts'
import { EntryRow } from '../entry/EntryRow.tsx'
import { useChoose } from './ChartFilters.tsx'
import { searchAnswer } from './questions.ts'

/** What a search found, each with the words around. */
export function Found({ q }: { readonly q: string }) {
  const { t } = useTranslation('chart')
  const { data } = useSuspenseQuery(searchAnswer(q))
  const choose = useChoose()
  const clear = (
    <Button kind="quiet" small icon="close" onPress={() => choose({ q: undefined })}>
      {t('clear')}
    </Button>
  )
  if (data.lines.length === 0)
    return (
      <EmptyState icon="search" title={t('notFound', { q })} actions={clear}>
        <p>{t('notFoundWords', { count: data.searched })}</p>
      </EmptyState>
    )
  return (
    <Stack gap="small">
      <div className="chart-found">
        <p role="status">
          {t('found', { count: data.lines.length, q })}{' '}
          {!data.complete && t('foundPart', { count: data.searched })}
        </p>
        {clear}
      </div>
      <RowList label={t('foundList')}>
        {data.lines.map((line) => (
          <EntryRow
            key={line.entry}
            line={line}
            excerpt={line.excerpt}
            href={`/chart/entries/${line.entry}`}
          />
        ))}
      </RowList>
    </Stack>
  )
}
