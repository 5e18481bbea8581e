import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { KINDS } from '#consent/model'
import type { Look } from './questions.ts'

const FEW = 3

/** "Dr. Rao (Sanjeevani Hospital) opened 12 entries": who did what, and of which entries where they are few. */
export function useLookSentence(): (look: Look) => ReactNode {
  const { t } = useTranslation(['looks', 'ui'])
  const titleOf = ({ title, kind }: Look['entries'][number]) => {
    const known = KINDS.find((one) => one === kind)
    return title ?? (known ? t(`ui:kind.${known}`) : kind)
  }
  return (look) => {
    const { way, name, count, entries } = look
    return (
      <>
        <Trans
          t={t}
          i18nKey={way === 'export' && name === '' ? 'way.operator' : `way.${way}`}
          count={count}
          values={{ who: who(look) }}
          components={{ b: <strong /> }}
        />
        {entries.length > 0 && entries.length <= FEW && count <= FEW && (
          <span className="quiet"> {entries.map(titleOf).join(', ')}</span>
        )}
      </>
    )
  }
}

/** Whoever operates the node has no name there; whose chart it is reads it in nobody's name. */
function who({ name, organisation }: Look): string {
  if (name === '' || organisation === '') return name + organisation
  return `${name} (${organisation})`
}
