import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import './row.css'

/** Rows between hairlines: no cards. */
export function RowList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="row-list" aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** An icon or a picture before the words. */
  readonly lead?: ReactNode
  /** The one figure or state that matters, after them. */
  readonly end?: ReactNode
  readonly href?: string
  readonly onPress?: () => void
  readonly current?: boolean
  readonly struck?: boolean
}

/** One thing in a line; the whole of it goes somewhere where `href` or `onPress` is given. */
export function Row({ href, onPress, current = false, struck = false, ...words }: RowProps) {
  return (
    <li className={struck ? 'row row-struck' : 'row'}>
      <RowInside href={href} onPress={onPress} current={current}>
        <RowWords {...words} />
        {href !== undefined && (
          <span className="row-chevron screen-only">
            <Icon name="right" />
          </span>
        )}
      </RowInside>
    </li>
  )
}

interface InsideProps {
  readonly href: string | undefined
  readonly onPress: (() => void) | undefined
  readonly current: boolean
  readonly children: ReactNode
}

function RowInside({ href, onPress, current, children }: InsideProps) {
  const shown = { className: 'row-inside', 'aria-current': current || undefined, children }
  if (href !== undefined) return <Link {...shown} href={href} />
  if (onPress) return <button {...shown} type="button" onClick={onPress} />
  return <div {...shown} />
}

function RowWords({ title, detail, lead, end }: Pick<RowProps, 'title' | 'detail' | 'lead' | 'end'>) {
  return (
    <>
      {lead !== undefined && <span className="row-lead">{lead}</span>}
      <span className="row-words">
        <span className="row-body">
          <span className="row-title">{title}</span>
          {detail !== undefined && <span className="row-detail">{detail}</span>}
        </span>
        {end !== undefined && <span className="row-end">{end}</span>}
      </span>
    </>
  )
}
