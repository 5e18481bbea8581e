import { VisuallyHidden } from '@mantine/core'
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './Link.tsx'
import { Mark } from './Mark.tsx'
import './shell.css'

export interface ShellLink {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly current?: boolean
  /** How many things wait there. */
  readonly waiting?: number
}

/** As many as a thumb can tell apart in a bottom bar. */
export type AtMostFour<Item> =
  | readonly []
  | readonly [Item]
  | readonly [Item, Item]
  | readonly [Item, Item, Item]
  | readonly [Item, Item, Item, Item]

interface ShellProps {
  /** Whose chart this is, or the name of the product where it is nobody's. */
  readonly whose: ReactNode
  readonly links?: AtMostFour<ShellLink>
  readonly actions?: ReactNode
  /** Details beside the list on a desk, over it on a phone. */
  readonly panel?: PanelProps | undefined
  /** The whole width, for a page that is all overview. */
  readonly wide?: boolean
  readonly children: ReactNode
}

const NO_LINKS: AtMostFour<ShellLink> = []

/** Phone: one column, a bar above and a bar below. Desk: a narrow rail, the text at its measure, details at the side. */
export function Shell({ whose, links = NO_LINKS, actions, panel, wide = false, children }: ShellProps) {
  const { t } = useTranslation('ui')
  const classes = ['shell', wide && 'shell-wide', links.length === 0 && 'shell-bare']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={classes}>
      <a className="shell-skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="shell-top">
        <div className="shell-whose">{whose}</div>
        <div className="shell-actions">{actions}</div>
      </header>
      {links.length > 0 && <Links links={links} />}
      <main className="shell-main" id="main" tabIndex={-1}>
        <div className="shell-content">{children}</div>
        {panel && <Panel key={panel.title} {...panel} />}
      </main>
    </div>
  )
}

function Links({ links }: { readonly links: readonly ShellLink[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="shell-nav" aria-label={t('shell.main')}>
      <div className="shell-mark">
        <Mark />
      </div>
      <ul className="shell-links">
        {links.map(({ href, label, icon, current = false, waiting = 0 }) => (
          <li key={href}>
            <Link className="shell-link" href={href} aria-current={current ? 'page' : undefined}>
              <Icon name={icon} />
              {label}
              {waiting > 0 && (
                <>
                  <span className="shell-count" aria-hidden>
                    {waiting}
                  </span>
                  <VisuallyHidden>, {t('shell.waiting', { count: waiting })}</VisuallyHidden>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface PanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Takes the focus when it opens; Escape closes it. */
function Panel({ title, onClose, children }: PanelProps) {
  const { t } = useTranslation('ui')
  const titleId = useId()
  const panel = usePanelFocus(onClose)
  return (
    <section ref={panel} className="shell-panel" aria-labelledby={titleId} tabIndex={-1}>
      <div className="shell-panel-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={t('shell.closeDetails')} onPress={onClose} />
      </div>
      {children}
    </section>
  )
}

/** The focus goes in and comes back to where it was. */
function usePanelFocus(onClose: () => void) {
  const panel = useRef<HTMLElement>(null)
  const close = useEffectEvent((event: KeyboardEvent) => event.key === 'Escape' && onClose())
  useEffect(() => {
    const [opened, before] = [panel.current, document.activeElement]
    opened?.focus({ preventScroll: true })
    opened?.addEventListener('keydown', close)
    return () => {
      opened?.removeEventListener('keydown', close)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return panel
}
