import { Button as MantineButton, VisuallyHidden } from '@mantine/core'
import { useId, type MouseEvent, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Link } from './Link.tsx'
import './button.css'

/** `main` once on a page, `plain` beside it, `quiet` in rows, `danger` for what cannot be undone. */
type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

interface Looks {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly small?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

interface ButtonProps extends Looks {
  readonly onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  readonly submits?: boolean
  readonly busy?: boolean
  /** Why it cannot be pressed now. It stays in the tab order, so that the reason can be found. */
  readonly reason?: string | undefined
  readonly expanded?: boolean
  readonly autoFocus?: boolean
}

export function Button(props: ButtonProps) {
  const { onPress, submits = false, busy = false, reason, expanded, autoFocus, ...looks } = props
  const reasonId = useId()
  const held = reason !== undefined
  const button = (
    <MantineButton
      {...shown(looks)}
      type={submits ? 'submit' : 'button'}
      loading={busy}
      aria-disabled={held || undefined}
      aria-describedby={held ? reasonId : undefined}
      aria-expanded={expanded}
      data-autofocus={autoFocus}
      onClick={held ? stop : onPress}
    />
  )
  if (!held) return button
  return (
    <span className="button-held">
      {button}
      <span className="button-reason" id={reasonId}>
        {reason}
      </span>
    </span>
  )
}

interface ButtonLinkProps extends Looks {
  readonly href: string
  /** What is there is a file to keep, by this name. */
  readonly download?: string
}

/** Looks like a button, goes somewhere. */
export function ButtonLink({ href, download, ...looks }: ButtonLinkProps) {
  return <MantineButton {...shown(looks)} component={Link} href={href} download={download} />
}

interface IconButtonProps {
  readonly icon: IconName
  /** What it does: its name for screen readers, and shown where the pointer rests. */
  readonly label: string
  readonly onPress: () => void
}

/** A button of an icon alone. */
export function IconButton({ icon, label, onPress }: IconButtonProps) {
  return (
    <button type="button" className="button-icon" onClick={onPress} title={label}>
      <Icon name={icon} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </button>
  )
}

/** A link of an icon alone; its name is where it goes. */
export function IconLink({
  icon,
  label,
  href,
}: Omit<IconButtonProps, 'onPress'> & { readonly href: string }) {
  return (
    <Link className="button-icon" href={href} title={label}>
      <Icon name={icon} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Link>
  )
}

/** `equal` where no answer may look better than another. */
export function ButtonRow({
  equal = false,
  children,
}: {
  readonly equal?: boolean
  readonly children: ReactNode
}) {
  return <div className={equal ? 'button-row button-row-equal' : 'button-row'}>{children}</div>
}

function shown({ kind = 'plain', icon, small = false, wide = false, children }: Looks) {
  const classes = ['button', small && 'button-small', wide && 'button-wide'].filter(Boolean).join(' ')
  return { className: classes, variant: kind, leftSection: icon && <Icon name={icon} />, children }
}

function stop(event: MouseEvent): void {
  event.preventDefault()
}
