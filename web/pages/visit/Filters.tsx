import { useTranslation } from 'react-i18next'
import type { Kind } from '#consent/model'
import { countWords } from '../../text/numbers.ts'
import { Icon, Pickers, SelectField } from '../../ui/index.ts'
import { countsOf, yearsIn } from './filter.ts'
import type { Outline } from './questions.ts'
import { useShown } from './use-shown.ts'

/** By kind, place and year. The numbers are of what is open, and of nothing else. */
export function Filters({ outline }: { readonly outline: Outline }) {
  const { t } = useTranslation('visit')
  const [{ kinds = [], place, year }, show] = useShown()
  const turn = (kind: Kind) =>
    kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]
  const set = (picked: readonly Kind[]) => show({ kinds: picked.length === 0 ? undefined : [...picked] })
  return (
    <div className="visit-filters screen-only">
      <Pickers label={t('filter.kinds')}>
        {countsOf(outline).map(([kind, entries]) => (
          <KindChip
            key={kind}
            kind={kind}
            entries={entries}
            pressed={kinds.includes(kind)}
            onPress={() => set(turn(kind))}
          />
        ))}
      </Pickers>
      <div className="visit-selects">
        <SelectField
          label={t('filter.place')}
          value={place ?? ''}
          options={[{ value: '', label: t('filter.allPlaces') }, ...placesOf(outline)]}
          onValue={(chosen) => show({ place: chosen === '' ? undefined : chosen })}
        />
        <SelectField
          label={t('filter.year')}
          value={year === undefined ? '' : String(year)}
          options={[
            { value: '', label: t('filter.allYears') },
            ...yearsIn(outline).map((known) => ({ value: known, label: known })),
          ]}
          onValue={(chosen) => show({ year: chosen === '' ? undefined : Number(chosen) })}
        />
      </div>
    </div>
  )
}

function placesOf({ places }: Outline) {
  return places.map(({ organisation, name, entries }) => ({
    value: organisation,
    label: `${name} (${countWords(entries)})`,
  }))
}

interface KindChipProps {
  readonly kind: Kind
  readonly entries: number
  readonly pressed: boolean
  readonly onPress: () => void
}

function KindChip({ kind, entries, pressed, onPress }: KindChipProps) {
  const { t } = useTranslation('ui')
  return (
    <button type="button" className="visit-kind" aria-pressed={pressed} onClick={onPress}>
      <Icon name={kind} />
      {t(`kind.${kind}`)} <span className="visit-kind-count">{countWords(entries)}</span>
    </button>
  )
}
