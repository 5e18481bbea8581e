import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonRow, IconButton } from './Button.tsx'
import './dialog.css'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The browser's own dialog: it keeps the focus inside, gives it back after, and closes by Escape. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const { t } = useTranslation('common')
  const titleId = useId()
  const dialog = useOpened(open)
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={t('close')} onPress={onClose} />
          </div>
          {children}
        </>
      )}
    </dialog>
  )
}

interface ConfirmProps extends Omit<DialogProps, 'children'> {
  /** What happens then, and that it cannot be undone. */
  readonly children: ReactNode
  /** The verb on the button: "Delete my account". */
  readonly action: string
  readonly onConfirm: () => void
}

/** Only for what cannot be undone; for the rest, do it and offer `useUndo`. */
export function Confirm({ action, onConfirm, children, ...dialog }: ConfirmProps) {
  const { t } = useTranslation('ui')
  return (
    <Dialog {...dialog}>
      {children}
      <div className="dialog-actions">
        <ButtonRow equal>
          <Button onPress={dialog.onClose}>{t('confirm.keep')}</Button>
          <Button kind="danger" onPress={onConfirm}>
            {action}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  )
}

function useOpened(open: boolean) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  return dialog
}
