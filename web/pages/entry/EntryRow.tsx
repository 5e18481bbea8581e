import { useTranslation } from 'react-i18next'
import type { LineShape } from '#records/model'
import { useWords } from '../../text/use-words.ts'
import { FlagWord, KindIcon, Quantity, Row } from '../../ui/index.ts'
import { figureOf } from './figure.ts'
import { usePlainWords } from './plain.ts'
import './entry.css'

interface EntryRowProps {
  readonly line: LineShape
  readonly href: string
  /** The words around what was searched for. */
  readonly excerpt?: string | null
}

/** A line of the chart where there is no timeline. */
export function EntryRow({ line, href, excerpt = null }: EntryRowProps) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const { kind, title, careDay, where, struck, abnormal } = line
  const figure = figureOf(line)
  const plain = usePlainWords()(line)
  return (
    <Row
      lead={<KindIcon kind={kind} />}
      title={title ?? t(`kind.${kind}`)}
      detail={
        <>
          {[kind === 'medicine' ? undefined : plain, words.day(careDay), where].filter(Boolean).join(', ')}
          {excerpt !== null && <q className="entry-excerpt">{excerpt}</q>}
        </>
      }
      end={
        figure && (
          <span className="entry-figure">
            <Quantity value={figure.value} unit={figure.unit} />
            {abnormal && <FlagWord flag={abnormal} />}
          </span>
        )
      }
      href={href}
      struck={struck}
    />
  )
}
