import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, usePrinting } from '../../ui/index.ts'
import type { OpenedEntry, Switched } from './choice.ts'
import { EntryTick } from './EntryTick.tsx'

interface EntryTicksProps {
  readonly entries: readonly OpenedEntry[]
  readonly switched: Switched
  readonly onFlip: (entries: readonly OpenedEntry[], on: boolean) => void
}

/** As many as somebody goes through; thousands would hold up a phone. On paper, all. */
const AT_ONCE = 60

export function EntryTicks({ entries, switched, onFlip }: EntryTicksProps) {
  const { t } = useTranslation('requests')
  const [most, setMost] = useState(AT_ONCE)
  const shown = usePrinting() ? entries : entries.slice(0, most)
  const rest = entries.length - shown.length
  return (
    <>
      {shown.map((entry) => (
        <EntryTick key={entry.entry} entry={entry} switched={switched} onFlip={onFlip} />
      ))}
      {rest > 0 && (
        <Button kind="quiet" small icon="down" onPress={() => setMost(most + AT_ONCE)}>
          {t('sheet.more', { count: Math.min(rest, AT_ONCE) })}
        </Button>
      )}
    </>
  )
}
