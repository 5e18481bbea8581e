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

/** A QR code, dark on white in both schemes, for many scanners do not read it the other way. A picture, so that it can be kept. */
export function QrPicture({ text, label }: QrPictureProps) {
  const address = useMemo(() => addressOf(text), [text])
  return <img className="qr-picture" src={address} alt={label} />
}

function addressOf(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * QUIET_ZONE
  const path = Array.from(modules.data, (dark, at) => (dark ? moduleAt(at, modules.size) : '')).join('')
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="M0 0h${size}v${size}H0z" fill="#fff"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

function moduleAt(at: number, size: number): string {
  return `M${QUIET_ZONE + (at % size)} ${QUIET_ZONE + Math.floor(at / size)}h1v1h-1z`
}
