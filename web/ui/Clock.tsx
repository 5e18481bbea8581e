import { VisuallyHidden } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { MINUTE, type Instant } from '#kernel'
import { useWords, type Words } from '../text/use-words.ts'
import { spoken } from './spoken.ts'
import { useSecond } from './now.ts'
import './clock.css'

const ROUND = 2 * Math.PI * 9
const SHORT = 5 * MINUTE

interface ClockProps {
  /** Without it, there is no ring to see it by. */
  readonly from?: Instant
  readonly until: Instant
}

/** How long this stays open. Whole minutes, for a number that changes each second hurries; said aloud twice only. */
export function Clock({ from, until }: ClockProps) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const left = Math.max(0, until - useSecond())
  const announced = spoken(left)
  return (
    <span className={left < SHORT ? 'clock clock-short' : 'clock'}>
      {from !== undefined && <Ring part={Math.min(1, left / (until - from))} />}
      <span role="timer" className="clock-words">
        {leftWords(left, t, words)}
      </span>
      <span className="clock-until">
        {t(left === 0 ? 'clock.at' : 'clock.until', { time: words.clock(until) })}
      </span>
      <VisuallyHidden aria-live="polite">
        {announced !== undefined && t('clock.left', { length: words.length(announced) })}
      </VisuallyHidden>
    </span>
  )
}

/** What is left of the whole. */
function Ring({ part }: { readonly part: number }) {
  return (
    <svg className="clock-ring" viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9" />
      <circle
        className="clock-rest"
        cx="12"
        cy="12"
        r="9"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - part)}
      />
    </svg>
  )
}

function leftWords(left: number, t: TFunction<'ui'>, words: Words): string {
  if (left === 0) return t('clock.over')
  return left < MINUTE ? t('clock.lastMinute') : t('clock.left', { length: words.length(left) })
}
