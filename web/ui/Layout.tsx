import type { ReactNode } from 'react'
import './layout.css'

type Gap = 'small' | 'middle' | 'large'

/** One under the other. */
export function Stack({ gap = 'middle', children }: { readonly gap?: Gap; readonly children: ReactNode }) {
  return (
    <div className="layout-stack" data-gap={gap}>
      {children}
    </div>
  )
}

/** Beside each other while there is room; `apart` sends the last to the far end. */
export function Line({
  apart = false,
  children,
}: {
  readonly apart?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="layout-line" data-apart={apart || undefined}>
      {children}
    </div>
  )
}

/** Two columns on a desk, one on a phone; `wide` gives the first two thirds. */
export function Columns({
  wide = false,
  children,
}: {
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className="layout-columns" data-wide={wide || undefined}>
      {children}
    </div>
  )
}
