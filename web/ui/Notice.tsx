import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import './notice.css'

interface NoticeProps {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

const NOTICE_ICONS = { calm: 'information', warm: 'bell', danger: 'danger' } as const

/** `warm` needs the person; `danger` may harm; `calm` is good to know. */
export function Notice({
  tone = 'calm',
  ...words
}: NoticeProps & { readonly tone?: 'calm' | 'warm' | 'danger' }) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={NOTICE_ICONS[tone]} />
      <NoticeWords {...words} />
    </div>
  )
}

interface ProblemProps {
  /** What happened, in a sentence. */
  readonly happened: string
  /** What is safe all the same. */
  readonly safe?: string | undefined
  /** What to do now. */
  readonly todo?: string | undefined
  readonly actions?: ReactNode
}

/** Said aloud at once. Nothing in it blames. */
export function Problem({ happened, safe, todo, actions }: ProblemProps) {
  return (
    <div className="notice notice-danger" role="alert">
      <Icon name="outside" />
      <NoticeWords title={happened} actions={actions}>
        {safe !== undefined && <p>{safe}</p>}
        {todo !== undefined && <p>{todo}</p>}
      </NoticeWords>
    </div>
  )
}

/** Where there is nothing yet: why, and what to do next. */
export function EmptyState({ icon, ...words }: NoticeProps & { readonly icon?: IconName }) {
  return (
    <div className="notice-empty">
      {icon && <Icon name={icon} large />}
      <NoticeWords {...words} />
    </div>
  )
}

function NoticeWords({ title, children, actions }: NoticeProps) {
  return (
    <div className="notice-body">
      <p className="notice-title">{title}</p>
      {children}
      {actions !== undefined && <div className="notice-actions screen-only">{actions}</div>}
    </div>
  )
}
