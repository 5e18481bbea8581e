import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '#consent/model'
import { Button, Tick, usePrinting, VisuallyHidden } from '../../ui/index.ts'
import { chosenOf, type OpenedEntry, type Switched } from './choice.ts'
import { EntryTicks } from './EntryTicks.tsx'

interface KindGroupProps {
  readonly kind: Kind
  readonly entries: readonly OpenedEntry[]
  readonly switched: Switched
  readonly onFlip: (entries: readonly OpenedEntry[], on: boolean) => void
}

/** All of a kind with one tick; each of them only for those who want to look. */
export function KindGroup({ kind, entries, switched, onFlip }: KindGroupProps) {
  const { t } = useTranslation(['requests', 'ui'])
  const [open, setOpen] = useState(false)
  const isDrawn = usePrinting() || open
  const chosen = chosenOf(entries, switched).length
  return (
    <div className="request-kind">
      <div className="request-kind-head">
        <Tick
          label={t(`ui:kind.${kind}`)}
          detail={t('sheet.ofKind', { count: entries.length, chosen })}
          checked={chosen === entries.length}
          some={chosen > 0 && chosen < entries.length}
          onChecked={(on) => onFlip(entries, on)}
        />
        <Button kind="quiet" small icon={open ? 'up' : 'down'} expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'sheet.hide' : 'sheet.show')}
          <VisuallyHidden>: {t(`ui:kind.${kind}`)}</VisuallyHidden>
        </Button>
      </div>
      {isDrawn && (
        <div className="request-kind-list">
          <EntryTicks entries={entries} switched={switched} onFlip={onFlip} />
        </div>
      )}
    </div>
  )
}
