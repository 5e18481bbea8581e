import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tick } from './Choices.tsx'
import { Dialog } from './Dialog.tsx'
import { useShortcut, useShortcuts, useSingleKeys } from './shortcuts.ts'
import './keyboard-help.css'

/** Opens by `?` and lists the keys that work on this page now. */
export function KeyboardHelp() {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const [single, setSingle] = useSingleKeys()
  useShortcut('?', t('keys.show'), () => setOpen(true))
  return (
    <Dialog open={open} title={t('keys.title')} onClose={() => setOpen(false)}>
      <KeyList />
      <Tick label={t('keys.single')} detail={t('keys.singleWhy')} checked={single} onChecked={setSingle} />
    </Dialog>
  )
}

function KeyList() {
  const shortcuts = useShortcuts()
  return (
    <dl className="keyboard-help-keys">
      {shortcuts.map(({ keys, label }) => (
        <div key={keys + label} className="keyboard-help-pair">
          <dt>
            {keys.split('+').map((key) => (
              <kbd key={key}>{KEY_FACES[key] ?? key}</kbd>
            ))}
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What stands on the key. */
const KEY_FACES: Readonly<Record<string, string>> = {
  mod: globalThis.navigator?.userAgent.includes('Mac') ? '⌘' : 'Ctrl',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}
