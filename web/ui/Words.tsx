/** Words that carry a state, a kind, a direction or a flag: each its own icon, word and colour. */
import { useTranslation } from 'react-i18next'
import { useWords } from '../text/use-words.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import type { Kind } from './kinds.ts'
import './words.css'

type Tone = 'calm' | 'strong' | 'good' | 'warm' | 'danger'

interface WordProps {
  readonly icon: IconName
  readonly tone: Tone
  readonly word: string
}

export function Word({ icon, tone, word }: WordProps) {
  return (
    <span className={`words words-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}

export const CONSENT_STATES = ['requested', 'granted', 'denied', 'expired', 'ended', 'revoked'] as const
type ConsentState = (typeof CONSENT_STATES)[number]

/** Red is for danger: a refusal is nobody's danger. */
const STATE_TONES: Readonly<Record<ConsentState, Tone>> = {
  requested: 'warm',
  granted: 'good',
  denied: 'strong',
  expired: 'calm',
  ended: 'calm',
  revoked: 'strong',
}

export function StateWord({ state }: { readonly state: ConsentState }) {
  const { t } = useTranslation('ui')
  return <Word icon={state} tone={STATE_TONES[state]} word={t(`state.${state}`)} />
}

export const FLAGS = ['normal', 'high', 'low', 'very-high', 'very-low', 'abnormal'] as const
export type Flag = (typeof FLAGS)[number]

const FLAG_LOOKS: Readonly<Record<Flag, readonly [IconName, Tone]>> = {
  normal: ['check', 'calm'],
  high: ['rise', 'warm'],
  low: ['fall', 'warm'],
  abnormal: ['outside', 'warm'],
  'very-high': ['outside', 'danger'],
  'very-low': ['outside', 'danger'],
}

/** Whether a result is in its range: by shape and word first, by colour last. */
export function FlagWord({ flag }: { readonly flag: Flag }) {
  const { t } = useTranslation('ui')
  const [icon, tone] = FLAG_LOOKS[flag]
  return <Word icon={icon} tone={tone} word={t(`flag.${flag}`)} />
}

const MOVES = { up: 'rise', down: 'fall', same: 'same' } as const
export type Move = keyof typeof MOVES

/** How a result stands to the one before. Neither way is good or bad in itself, so it has no colour. */
export function Direction({ move, since }: { readonly move: Move; readonly since: string }) {
  const { t } = useTranslation('ui')
  const words = useWords()
  return (
    <span className="words words-calm words-plain">
      <Icon name={MOVES[move]} />
      {t(`direction.${move}`, { day: words.day(since) })}
    </span>
  )
}

/** A value as it was written, its unit smaller. */
export function Quantity({ value, unit }: { readonly value: string; readonly unit?: string | undefined }) {
  return (
    <span className="words-quantity">
      {value}
      {unit !== undefined && <span className="words-unit">{` ${unit}`}</span>}
    </span>
  )
}

/** The kind of an entry; `named` where the word does not stand beside it anyway. */
export function KindIcon({ kind, named = false }: { readonly kind: Kind; readonly named?: boolean }) {
  const { t } = useTranslation('ui')
  if (!named) return <Icon name={kind} />
  return (
    <span className="words words-plain">
      <Icon name={kind} />
      {t(`kind.${kind}`)}
    </span>
  )
}
