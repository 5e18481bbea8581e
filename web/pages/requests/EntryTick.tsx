import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { Tick } from '../../ui/index.ts'
import { useSensitiveWords } from '../entry/sensitive.ts'
import { isChosen, type OpenedEntry, type Switched } from './choice.ts'

interface EntryTickProps {
  readonly entry: OpenedEntry
  readonly switched: Switched
  readonly onFlip: (entries: readonly OpenedEntry[], on: boolean) => void
}

export function EntryTick({ entry, switched, onFlip }: EntryTickProps) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const why = useSensitiveWords(entry.sensitive)
  const { kind, title, careDate, where } = entry
  const parts = [title === null ? undefined : t(`kind.${kind}`), words.day(careDate), where, why]
  return (
    <Tick
      label={title ?? t(`kind.${kind}`)}
      detail={parts.filter(Boolean).join(', ')}
      checked={isChosen(entry, switched)}
      onChecked={(on) => onFlip([entry], on)}
    />
  )
}
