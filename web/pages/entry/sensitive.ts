import { useTranslation } from 'react-i18next'
import { SENSITIVITIES, type Sensitivity } from '#records/model'
import { useWords } from '../../text/use-words.ts'

/** Why something counts as sensitive, in words; nothing where it does not. */
export function useSensitiveWords(categories: readonly string[]): string {
  const { t } = useTranslation('entry')
  const words = useWords()
  const known = categories.filter(isSensitivity)
  return known.length === 0 ? '' : words.list(known.map((category) => t(`sensitive.${category}`)))
}

function isSensitivity(category: string): category is Sensitivity {
  return SENSITIVITIES.some((known) => known === category)
}
