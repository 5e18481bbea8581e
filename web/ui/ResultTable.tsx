import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Direction, FlagWord, Quantity, type Flag, type Move } from './Words.tsx'
import './result-table.css'

export interface Result {
  readonly id: string
  readonly test: string
  /** As it was written: 1.50 stays 1.50. */
  readonly value: string
  readonly unit?: string
  readonly range?: string
  readonly flag?: Flag
  /** How it stands to the one before, and of which day that was. Where no result has one, there is no such column. */
  readonly change?: { readonly move: Move; readonly since: string }
}

/** Results with their range, flag and direction: a table on a desk, two lines each on a phone. */
export function ResultTable({
  caption,
  results,
}: {
  readonly caption: string
  readonly results: readonly Result[]
}) {
  const { t } = useTranslation('ui')
  const compares = results.some(({ change }) => change !== undefined)
  return (
    <table className="result-table">
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('results.test')}</th>
          <th scope="col" className="result-table-value">
            {t('results.value')}
          </th>
          <th scope="col">
            <VisuallyHidden>{t('results.flag')}</VisuallyHidden>
          </th>
          <th scope="col">{t('results.range')}</th>
          {compares && <th scope="col">{t('results.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <ResultRow key={result.id} {...result} compares={compares} />
        ))}
      </tbody>
    </table>
  )
}

function ResultRow({
  test,
  value,
  unit,
  range,
  flag,
  change,
  compares,
}: Result & { readonly compares: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <tr>
      <th scope="row">{test}</th>
      <td className="result-table-value">
        <Quantity value={value} unit={unit} />
      </td>
      <td className="result-table-flag">{flag && <FlagWord flag={flag} />}</td>
      <td className="result-table-range quiet">{range ?? t('results.noRange')}</td>
      {compares && (
        <td className="result-table-change quiet">
          {change ? <Direction {...change} /> : t('results.first')}
        </td>
      )}
    </tr>
  )
}
