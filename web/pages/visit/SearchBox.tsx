import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextField, useShortcut } from '../../ui/index.ts'
import { useShown } from './use-shown.ts'

const SHORTEST = 2

/** Finds words in what is open; what is found is a look like any other. */
export function SearchBox() {
  const { t } = useTranslation(['visit', 'common'])
  const [{ q = '' }, show] = useShown()
  const [typed, setTyped] = useState(q)
  const form = useRef<HTMLFormElement>(null)
  useShortcut('/', t('keys.search'), () => form.current?.querySelector('input')?.focus())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const words = typed.trim()
    show({ q: words.length < SHORTEST ? undefined : words, entry: undefined })
  }
  return (
    <search>
      <form ref={form} className="visit-search screen-only" onSubmit={submit}>
        <TextField
          label={t('search.label')}
          icon="search"
          value={typed}
          onValue={setTyped}
          maxLength={100}
          autoComplete="off"
          optional="unsaid"
        />
        <Button submits>{t('common:search')}</Button>
        {q !== '' && (
          <Button onPress={() => show({ q: undefined, entry: undefined })}>{t('search.end')}</Button>
        )}
      </form>
    </search>
  )
}
