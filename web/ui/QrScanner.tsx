import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { cameraProblem, readCode, type CameraProblem } from './camera.ts'
import './qr.css'

interface QrScannerProps {
  readonly onCode: (text: string) => void
  /** The field in which the same can be typed: the equal of the camera, never hidden behind it. */
  readonly children: ReactNode
}

/** Reads a QR code with the camera, beside the field in which the same can be typed. */
export function QrScanner({ onCode, children }: QrScannerProps) {
  const { t } = useTranslation('ui')
  const [looking, setLooking] = useState(false)
  const [problem, setProblem] = useState<CameraProblem>()
  const stop = (found?: CameraProblem) => {
    setLooking(false)
    setProblem(found)
  }
  const found = (text: string) => {
    stop()
    onCode(text)
  }
  return (
    <div className="qr-scanner">
      {looking && <CameraView onCode={found} onProblem={stop} />}
      <Button icon="camera" onPress={() => (looking ? stop() : setLooking(true))} wide>
        {t(looking ? 'qr.stop' : 'qr.start')}
      </Button>
      {problem && <Notice title={t(problem === 'refused' ? 'qr.refused' : 'qr.noCamera')} />}
      <p className="qr-or">{t('qr.or')}</p>
      {children}
    </div>
  )
}

interface CameraViewProps {
  readonly onCode: (text: string) => void
  readonly onProblem: (problem: CameraProblem) => void
}

function CameraView({ onCode, onProblem }: CameraViewProps) {
  const { t } = useTranslation('ui')
  const video = useRef<HTMLVideoElement>(null)
  const handlers = useRef({ onCode, onProblem })
  useEffect(() => {
    handlers.current = { onCode, onProblem }
  })
  useEffect(() => {
    if (!video.current) return undefined
    const stopping = new AbortController()
    readCode(video.current, stopping.signal).then(
      (text) => handlers.current.onCode(text),
      (error: unknown) => stopping.signal.aborted || handlers.current.onProblem(cameraProblem(error)),
    )
    return () => stopping.abort()
  }, [])
  return (
    <>
      <video className="qr-view" ref={video} muted playsInline aria-label={t('qr.aim')} />
      <p className="quiet" aria-live="polite">
        {t('qr.aim')}
      </p>
    </>
  )
}
