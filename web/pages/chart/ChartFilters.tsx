import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { myOutlineEndpoint } from '#records/model'
import type { Answer } from '../../app/client.ts'
import { countWords } from '../../text/numbers.ts'
import { Button, PillSelect } from '../../ui/index.ts'
import { foldedCount, kindsIn, yearsIn, type ChartSearch } from './filter.ts'

export type Outline = Answer<typeof myOutlineEndpoint>

/** By kind, place and year; what is chosen is in the address. */
export function ChartFilters({ outline }: { readonly outline: Outline }) {
  const { t } = useTranslation(['chart', 'ui'])
  const { kind, place, year } = useSearch({ from: '/frame/chart' })
  const choose = useChoose()
  const isNarrowed = kind !== undefined || place !== undefined || year !== undefined
  const bills = foldedCount(outline.counts)
  return (
    <div className="chart-filters screen-only">
      <PillSelect
        label={t('kind')}
        all={t('allKinds')}
        options={kindsIn(outline.counts).map((one) => ({
          value: one.kind,
          label: counted(t(`ui:kind.${one.kind}`), one.entries),
        }))}
        value={kind}
        onValue={(value) => choose({ kind: kindsIn(outline.counts).find((one) => one.kind === value)?.kind })}
      />
      <PillSelect
        label={t('place')}
        all={t('allPlaces')}
        options={outline.places.map(({ organisation, name, entries }) => ({
          value: organisation,
          label: counted(name, entries),
        }))}
        value={place}
        onValue={(value) => choose({ place: value })}
      />
      <PillSelect
        label={t('year')}
        all={t('allYears')}
        options={yearsIn(outline.counts).map((one) => ({ value: String(one), label: String(one) }))}
        value={year === undefined ? undefined : String(year)}
        onValue={(value) => choose({ year: value === undefined ? undefined : Number(value) })}
      />
      {isNarrowed && (
        <Button
          kind="quiet"
          small
          icon="close"
          onPress={() => choose({ kind: undefined, place: undefined, year: undefined })}
        >
          {t('showAll')}
        </Button>
      )}
      {!isNarrowed && bills > 0 && (
        <Button kind="quiet" small icon="bill" onPress={() => choose({ kind: 'bill' })}>
          {t('bills', { count: bills })}
        </Button>
      )}
    </div>
  )
}

function counted(name: string, entries: number): string {
  return `${name} (${countWords(entries)})`
}

/** Changes what is shown, at the top of the list again. */
export function useChoose(): (change: Partial<ChartSearch>) => void {
  const navigate = useNavigate({ from: '/chart' })
  return (change) =>
    void navigate({ search: (before) => ({ ...before, ...change, entry: undefined }), resetScroll: false })
}
