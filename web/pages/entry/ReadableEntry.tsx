import { useTranslation } from 'react-i18next'
import {
  readable,
  readResource,
  type Readable,
  type ReadableLabel,
  type Related,
  type Value,
} from '#records/model'
import { toUtf8 } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { Facts, FlagWord, ResultTable, Stack, type Result } from '../../ui/index.ts'
import { valueWords } from './value.ts'
import './entry.css'

interface ReadableEntryProps {
  readonly source: string
  /** What stands above it already. */
  readonly title: string | null
  /** What it refers to, where that is open here. */
  readonly related?: Related
}

/** The whole of a resource for reading: facts, results as tables, medicines as a list, texts, and the rest. */
export function ReadableEntry({ source, title, related }: ReadableEntryProps) {
  const { t } = useTranslation('entry')
  const entry = readable(readResource(toUtf8(source)), undefined, related)
  const isEmpty = [entry.facts, entry.tables, entry.lists, entry.texts, entry.rest].every(
    ({ length }) => length === 0,
  )
  if (isEmpty) return <p className="quiet">{t('noText')}</p>
  return (
    <Stack>
      {entry.tables.map((table) =>
        table.label === 'results' ? (
          <EntryResults key={table.label} {...table} />
        ) : (
          <EntryTable key={table.label} {...table} />
        ),
      )}
      {entry.lists.map((list) => (
        <EntryList key={list.label} {...list} />
      ))}
      <EntryFacts facts={entry.facts.filter(({ values }) => !says(values, title))} />
      {entry.texts.map(({ label, title, text }) => (
        <div key={label + (title ?? '') + text.length} className="entry-text">
          <h3>{title ?? t(`label.${label}`)}</h3>
          <p>{text}</p>
        </div>
      ))}
      {entry.rest.length > 0 && <EntryRest rest={entry.rest} />}
    </Stack>
  )
}

function says([first, ...others]: readonly Value[], title: string | null): boolean {
  return others.length === 0 && first?.as === 'text' && first.text === title
}

function EntryFacts({ facts }: Pick<Readable, 'facts'>) {
  const { t } = useTranslation('entry')
  const write = useValueWords()
  return (
    <Facts
      facts={facts.map(({ label, values }) => ({
        label: t(`label.${label}`),
        value: values.map((value) => write(label === 'category' ? asCode(value) : value)).join('; '),
      }))}
    />
  )
}

/** Groups mostly come as bare codes of HL7, of which the catalogue has those that everybody uses. */
function asCode(value: Value): Value {
  return value.as === 'text' ? { as: 'code', code: value.text } : value
}

function EntryList({ label, values }: Readable['lists'][number]) {
  const { t } = useTranslation('entry')
  const write = useValueWords()
  return (
    <div className="entry-list">
      <h3>{t(`label.${label}`)}</h3>
      <ul>
        {inOrder(values).map(({ key, item }) => (
          <li key={key}>{write(item)}</li>
        ))}
      </ul>
    </div>
  )
}

/** Results, as everywhere else: each with its range and whether it is in it. */
function EntryResults({ label, columns, rows }: Readable['tables'][number]) {
  const { t } = useTranslation('entry')
  const results = rows.map((row, at): Result => {
    const cell = (name: ReadableLabel) => row[columns.indexOf(name)] ?? null
    const [unit, range, abnormal] = [textOf(cell('unit')), textOf(cell('range')), cell('abnormal')]
    return {
      id: String(at),
      test: textOf(cell('name')) ?? t(`label.${label}`),
      value: textOf(cell('value')) ?? '–',
      ...(unit !== undefined && { unit }),
      ...(range !== undefined && { range }),
      ...(abnormal?.as === 'abnormal' && { flag: abnormal.abnormal }),
    }
  })
  return <ResultTable caption={t(`label.${label}`)} results={results} />
}

function textOf(value: Value | null): string | undefined {
  return value?.as === 'text' ? value.text : undefined
}

/** Scrolls by itself where it is wider than the page, by keyboard too. */
function EntryTable({ label, columns, rows }: Readable['tables'][number]) {
  const { t } = useTranslation('entry')
  const shown = columns
    .map((name, at) => ({ name, at }))
    .filter(({ at }) => rows.some((row) => row[at] !== null))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.2, 2.1.1)
    <div
      className="entry-table"
      role="region"
      aria-label={`${t(`label.${label}`)}: ${t('scroll')}`}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {shown.map(({ name }) => (
              <th key={name} scope="col">
                {t(`label.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map(({ key, item: row }) => (
            <tr key={key}>
              {shown.map(({ name, at }) => (
                <td key={name} data-column={name}>
                  <Cell name={name} value={row[at] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ value }: { readonly name: ReadableLabel; readonly value: Value | null }) {
  const write = useValueWords()
  if (value === null) return null
  return value.as === 'abnormal' ? <FlagWord flag={value.abnormal} /> : write(value)
}

function EntryRest({ rest }: Pick<Readable, 'rest'>) {
  const { t } = useTranslation('entry')
  const write = useValueWords()
  return (
    <details className="entry-rest">
      <summary>{t('otherParts')}</summary>
      <Facts facts={rest.map(({ name, values }) => ({ label: name, value: values.map(write).join('; ') }))} />
    </details>
  )
}

/** What never changes its order is known by its place in it. */
function inOrder<T>(items: readonly T[]): readonly { readonly key: string; readonly item: T }[] {
  return items.map((item, at) => ({ key: String(at), item }))
}

function useValueWords(): (value: Value) => string {
  const { t } = useTranslation(['entry', 'ui'])
  const words = useWords()
  return (value) => valueWords(value, t, words)
}
