import { Outlet } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, KeyboardHelp, UndoProvider } from '../ui/index.ts'
import { useLive, useOwnSettings } from './session.ts'
import './root.css'

/** What stands around every page. */
export function Root() {
  useOwnSettings()
  return (
    <UndoProvider>
      <ConnectionBanner />
      <Outlet />
      <KeyboardHelp />
    </UndoProvider>
  )
}

/** Says that what the page shows may be old. */
function ConnectionBanner() {
  const { t } = useTranslation('shell')
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const connected = useLive()
  return (
    <div className="root-banner screen-only" aria-live="polite">
      {!online && <Banner words={t('offline')} />}
      {online && !connected && <Banner words={t('interrupted')} />}
    </div>
  )
}

function Banner({ words }: { readonly words: string }) {
  return (
    <p className="root-words">
      <Icon name="offline" />
      {words}
    </p>
  )
}

function subscribeOnline(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
