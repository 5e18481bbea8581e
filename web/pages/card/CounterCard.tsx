import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatHealthId, parseHealthId, type Me } from '#identity/model'
import { Button, QrPicture } from '../../ui/index.ts'

interface CounterCardProps {
  readonly me: Pick<Me, 'name' | 'healthId'>
  readonly open: boolean
  readonly onClose: () => void
}

/** The card over the whole screen, black on white, to hold up at a counter. The screen stays on as long. */
export function CounterCard({ me: { name, healthId }, open, onClose }: CounterCardProps) {
  const { t } = useTranslation(['card', 'common'])
  const dialog = useWholeScreen(open)
  return (
    <dialog ref={dialog} className="card-counter" aria-label={t('title')} onClose={onClose}>
      {open && (
        <>
          <div className="card-counter-qr">
            <QrPicture text={parseHealthId(healthId)} label={t('qr')} />
          </div>
          <p className="card-number">{formatHealthId(parseHealthId(healthId))}</p>
          <p className="card-name">{name}</p>
          <Button icon="close" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      )}
    </dialog>
  )
}

function useWholeScreen(open: boolean) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!open) return dialog.current?.close()
    dialog.current?.showModal()
    const stay = stayOn()
    return () => void stay.then((lock) => lock?.release())
  }, [open])
  return dialog
}

/** Where the browser or the battery refuses, the screen goes dark as always. */
async function stayOn(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch {
    return undefined
  }
}
