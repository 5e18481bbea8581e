import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextField } from '../../ui/index.ts'

/** Words in one's own chart: it is opened for the search and for nothing else; nothing is indexed in clear. */
export function SearchBox() {
  const { t } = useTranslation(['chart', 'common'])
  const { q = '' } = useSearch({ from: '/frame/chart' })
  const navigate = useNavigate({ from: '/chart' })
  const [typed, setTyped] = useState(q)
  const find = (event: FormEvent) => {
    event.preventDefault()
    const wanted = typed.trim()
    void navigate({
      search: (before) => ({ ...before, q: wanted === '' ? undefined : wanted, entry: undefined }),
    })
  }
  return (
    <form className="chart-search screen-only" role="search" onSubmit={find}>
      <TextField
        label={t('search')}
        icon="search"
        type="search"
        inputMode="search"
        maxLength={100}
        value={typed}
        onValue={setTyped}
      />
      <Button submits>{t('common:search')}</Button>
    </form>
  )
}
