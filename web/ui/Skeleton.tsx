import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Row, RowList } from './Row.tsx'
import './skeleton.css'

/** Lines of text to come, of the height they will have. */
export function TextSkeleton({ lines = 3 }: { readonly lines?: number }) {
  return <Waiting>{bars(lines)}</Waiting>
}

/** Rows to come: the rows themselves, with bars for words. */
export function RowSkeleton({
  rows = 3,
  faces = false,
}: {
  readonly rows?: number
  readonly faces?: boolean
}) {
  return (
    <Waiting>
      <RowList>
        {Array.from({ length: rows }, (_, index) => (
          <Row
            key={index}
            title={bars(1)}
            detail={bars(1)}
            lead={faces ? <span className="skeleton-face" /> : undefined}
          />
        ))}
      </RowList>
    </Waiting>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <VisuallyHidden aria-live="polite">{t('loading')}</VisuallyHidden>
      <div className="screen-only" aria-hidden>
        {children}
      </div>
    </>
  )
}

function bars(count: number): ReactNode {
  return Array.from({ length: count }, (_, index) => <span key={index} className="skeleton-bar" />)
}
