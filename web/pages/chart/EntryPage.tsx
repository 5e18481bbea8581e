import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { KindIcon, PageHeader } from '../../ui/index.ts'
import { OwnEntry } from '../entry/OwnEntry.tsx'
import { entryAnswer } from '../entry/questions.ts'

/** One entry by its own address. */
export function EntryPage() {
  const { t } = useTranslation(['chart', 'ui'])
  const words = useWords()
  const { entry } = useParams({ from: '/frame/chart/entries/$entry' })
  const { data } = useSuspenseQuery(entryAnswer(entry))
  const { kind, title, careDay, where, who } = data.line
  return (
    <>
      <PageHeader
        title={title ?? t(`ui:kind.${kind}`)}
        lead={
          <>
            <KindIcon kind={kind} named />
            {', '}
            {[words.day(careDay), where, who].filter(Boolean).join(', ')}
          </>
        }
        back={{ href: '/chart', label: t('title') }}
      />
      <OwnEntry key={entry} entry={entry} />
    </>
  )
}
