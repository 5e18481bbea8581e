import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../text/use-words.ts'
import { initials } from './initials.ts'
import { Word } from './Words.tsx'
import './person.css'

export type Sex = 'female' | 'male' | 'other' | 'unknown'

interface PersonBadgeProps {
  readonly name: string
  /** Full years, where the day of birth is known. */
  readonly age?: number | undefined
  readonly sex?: Sex
  /** Where the photo is served from. */
  readonly photo?: string | undefined
  readonly size?: 'small' | 'middle' | 'large'
  readonly children?: ReactNode
}

/** Who this is. A photo beside the name cuts orders for the wrong patient (Salmasian, JAMA Netw Open 2020). */
export function PersonBadge({ name, age, sex, photo, size = 'middle', children }: PersonBadgeProps) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const details = [age !== undefined && words.age(age), sex && t(`sex.${sex}`)].filter(
    (word) => word !== false && word,
  )
  return (
    <span className={`person person-${size}`}>
      {photo === undefined ? (
        <span className="person-face" aria-hidden>
          {initials(name)}
        </span>
      ) : (
        <img className="person-face" src={photo} alt="" />
      )}
      <span className="person-words">
        <span className="person-name">{name}</span>
        {details.length > 0 && <span className="person-detail">{details.join(', ')}</span>}
        {children !== undefined && <span className="person-detail">{children}</span>}
      </span>
    </span>
  )
}

export const LICENCE_STATES = ['active', 'unchecked', 'held', 'suspended', 'lapsed'] as const
export type LicenceState = (typeof LICENCE_STATES)[number]

const LICENCE_LOOKS = {
  active: ['licence', 'good'],
  unchecked: ['requested', 'warm'],
  held: ['licence-off', 'danger'],
  suspended: ['licence-off', 'danger'],
  lapsed: ['expired', 'danger'],
} as const

interface LicenceMarkProps {
  readonly state: LicenceState
  readonly council: string
  readonly number: string
  /** The day since which it has been so. */
  readonly since: string
}

/** What the authority says of a licence, and since when. */
export function LicenceMark({ state, council, number, since }: LicenceMarkProps) {
  const { t } = useTranslation('ui')
  const words = useWords()
  const [icon, tone] = LICENCE_LOOKS[state]
  return (
    <span>
      <Word icon={icon} tone={tone} word={t(`licence.${state}`)} />
      <span className="person-detail">
        {t('licence.number', { council, number })}, {t('licence.since', { day: words.day(since) })}
      </span>
    </span>
  )
}
