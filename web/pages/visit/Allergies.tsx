import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/index.ts'
import { EmptyWords } from './Box.tsx'
import { Opening } from './OpenedEntry.tsx'
import type { FirstScreen } from './questions.ts'

interface AllergiesProps {
  readonly consent: string
  readonly allergies: FirstScreen['allergies']
}

/** Above all else, all of them, never folded. */
export function Allergies({ consent, allergies: { items, empty } }: AllergiesProps) {
  const { t } = useTranslation('visit')
  return (
    <section className="visit-allergies" data-any={items.length > 0 || undefined} aria-labelledby="allergies">
      <h2 id="allergies">
        <Icon name="allergy" /> {t('allergies')}
      </h2>
      {items.length === 0 ? (
        <EmptyWords empty={empty} />
      ) : (
        <ul className="visit-allergy-list">
          {items.map(({ entry, title, figure }) => (
            <Opening key={entry} consent={consent} entry={entry} className="visit-allergy">
              {title}
              {figure !== null && <small> {figure}</small>}
            </Opening>
          ))}
        </ul>
      )}
    </section>
  )
}
