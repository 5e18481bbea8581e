import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import './section.css'

interface PageHeaderProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly back?: { readonly href: string; readonly label: string }
  readonly actions?: ReactNode
  /** For a further step on the same page: what was focused is gone. */
  readonly takesFocus?: boolean
}

/** The one `h1`, what the page is for in a sentence, and its main action; it names the window, too. */
export function PageHeader({ title, lead, back, actions, takesFocus = false }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useWindowTitle(title)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <header className="section-header">
      <div>
        {back && (
          <Link className="section-back screen-only" href={back.href}>
            <Icon name="back" />
            {back.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p className="section-lead">{lead}</p>}
      </div>
      {actions}
    </header>
  )
}

interface SectionProps {
  readonly title: string
  readonly note?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, note, action, children }: SectionProps) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-heading">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {note !== undefined && <p className="section-note">{note}</p>}
      {children}
    </section>
  )
}

/** What tabs, history and screen readers call the page. */
export function useWindowTitle(title: string): void {
  const { t } = useTranslation('common')
  const product = t('product')
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`
  }, [title, product])
}
