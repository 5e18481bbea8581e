import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#kernel'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { When } from './When.tsx'
import './look.css'

interface LookSentence {
  readonly id: string
  readonly at: Instant
  /** The whole in words: "Dr. Rao at Sanjeevani Hospital opened 12 entries". */
  readonly sentence: ReactNode
  readonly action?: ReactNode
}

interface LookListProps {
  /** Newest first. */
  readonly looks: readonly LookSentence[]
  /** What programs read, folded away and explained. */
  readonly automated?: readonly LookSentence[]
}

const NONE: readonly LookSentence[] = []

/** Who looked, in sentences. */
export function LookList({ looks, automated = NONE }: LookListProps) {
  const { t } = useTranslation('ui')
  return (
    <>
      <Sentences looks={looks} icon="look" />
      {automated.length > 0 && (
        <details className="look-automated">
          <summary>
            <Icon name="automated" />
            {t('look.automated', { count: automated.length })}
            <Icon name="down" />
          </summary>
          <p className="quiet">{t('look.why')}</p>
          <Sentences looks={automated} icon="automated" />
        </details>
      )}
    </>
  )
}

function Sentences({ looks, icon }: { readonly looks: readonly LookSentence[]; readonly icon: IconName }) {
  return (
    <ul>
      {looks.map(({ id, at, sentence, action }) => (
        <li key={id} className="look">
          <Icon name={icon} />
          <div className="look-body">
            <p>{sentence}</p>
            <div className="look-foot">
              <When at={at} />
              {action}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
