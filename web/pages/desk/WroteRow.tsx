import { useTranslation } from 'react-i18next'
import type { LineShape } from '#records/model'
import { toInstant } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { FlagWord, KindIcon, Quantity, Row, When } from '../../ui/index.ts'
import { figureOf } from '../entry/figure.ts'
import { OpenedEntry } from './OpenedEntry.tsx'
import type { OfPatient } from './questions.ts'

interface WroteRowProps extends OfPatient {
  readonly line: LineShape
  readonly isOpen: boolean
  readonly onOpen: () => void
}

/** A line that this organisation wrote; opened in place. */
export function WroteRow({ line, isOpen, onOpen, ...of }: WroteRowProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useWords()
  const { kind, title, careDay, where, struck, addedAt, abnormal } = line
  const figure = figureOf(line)
  const detail = [words.day(careDay), t(`ui:kind.${kind}`), where].filter((part) => part !== null).join(', ')
  return (
    <>
      <Row
        lead={<KindIcon kind={kind} />}
        title={title ?? t(`ui:kind.${kind}`)}
        detail={
          <>
            {detail}, {t('wrote.added')} <When at={toInstant(addedAt)} />
            {struck && <strong>, {t('ui:timeline.struck')}</strong>}
          </>
        }
        end={
          figure && (
            <>
              <Quantity value={figure.value} unit={figure.unit} /> {abnormal && <FlagWord flag={abnormal} />}
            </>
          )
        }
        struck={struck}
        current={isOpen}
        onPress={onOpen}
      />
      {isOpen && (
        <li className="desk-opened">
          <OpenedEntry {...of} entry={line.entry} />
        </li>
      )}
    </>
  )
}
