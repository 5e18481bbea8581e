import { useTranslation } from 'react-i18next'
import type { OrganisationState } from '#identity/model'
import { Word, type IconName } from '../../ui/index.ts'

const LOOKS = {
  applied: ['requested', 'warm'],
  refused: ['denied', 'strong'],
  active: ['check', 'good'],
  suspended: ['danger', 'danger'],
  left: ['ended', 'calm'],
} as const satisfies Readonly<Record<OrganisationState, readonly [IconName, string]>>

export function OrganisationStateWord({ state }: { readonly state: OrganisationState }) {
  const { t } = useTranslation('work')
  const [icon, tone] = LOOKS[state]
  return <Word icon={icon} tone={tone} word={t(`organisation.state.${state}`)} />
}
