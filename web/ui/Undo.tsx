import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SECOND } from '#kernel'
import { Icon } from './Icon.tsx'
import './undo.css'

/** Long enough to read, find and press; it waits while pointer or focus is on it (WCAG 2.2, 2.2.1). */
const STAYS = 10 * SECOND

interface Toast {
  readonly id: number
  readonly words: string
  readonly undo: (() => void) | undefined
}

/** Says what was done, and offers to take it back where `undo` is given. */
type Say = (words: string, undo?: () => void) => void

const SayContext = createContext<Say>(() => {})

export function useUndo(): Say {
  return use(SayContext)
}

let last = 0

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const say = useCallback<Say>((words, undo) => {
    const id = ++last
    setToasts((shown) => [...shown.slice(-2), { id, words, undo }])
  }, [])
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  )
  const list = useMemo(
    () => toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onClose={close} />),
    [toasts, close],
  )
  return (
    <SayContext value={say}>
      {children}
      <section className="undo screen-only" aria-label={t('undo.label')} aria-live="polite">
        {list}
      </section>
    </SayContext>
  )
}

interface ToastLineProps {
  readonly toast: Toast
  readonly onClose: (id: number) => void
}

function ToastLine({ toast: { id, words, undo }, onClose }: ToastLineProps) {
  const { t } = useTranslation('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => onClose(id), STAYS)
    return () => clearTimeout(timer)
  }, [held, id, onClose])
  const takeBack = () => {
    undo?.()
    onClose(id)
  }
  return (
    <div
      className="undo-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="undo-words">{words}</span>
      {undo && (
        <button type="button" className="undo-action" onClick={takeBack}>
          {t('undo.undo')}
        </button>
      )}
      <button type="button" className="undo-close" aria-label={t('undo.dismiss')} onClick={() => onClose(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
