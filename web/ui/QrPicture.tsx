import { create } from 'qrcode'
import { useMemo } from 'react'
import './qr.css'

/** Light modules around the code (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4

interface QrPictureProps {
  readonly text: string
  /** What it stands for, for those who cannot see it. */
  readonly label: string
}

/** A QR code, dark on white in both schemes, for many scanners do not read it the other way. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { path, size } = useMemo(() => shapeOf(text), [text])
  return (
    <svg
      className="qr-picture"
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`}
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  )
}

function shapeOf(text: string) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return { path, size: modules.size + 2 * QUIET_ZONE }
}
