import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, QrScanner, Stack, TextField, useShortcut } from '../../ui/index.ts'
import { useFinding } from './finding.ts'
import { queueAnswer, type Patient } from './questions.ts'
import { readTyped, tokensMeant, type Typed } from './typed.ts'

interface FindBoxProps {
  readonly organisation: string
  readonly find: {
    readonly values: { readonly text: string }
    readonly set: (name: 'text', text: string) => void
    readonly clear: () => void
  }
  readonly onFound: (patient: Patient) => void
}

/** One box that takes scan and typing alike; a scanner that types ends with Enter. */
export function FindBox({ organisation, find, onFound }: FindBoxProps) {
  const { t } = useTranslation('desk')
  const [tried, setTried] = useState<Typed>()
  const { finding, look } = useFinding(organisation, { onFound, onDone: find.clear })
  const box = useFocused(t('find.label'))
  const seek = (text: string) => {
    const typed = readTyped(text)
    setTried(typed)
    look(typed)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    seek(find.values.text)
  }
  const change = (text: string) => {
    setTried(undefined)
    find.set('text', text)
  }
  const message = useMessage(organisation, tried)
  return (
    <form ref={box} className="desk-find" noValidate onSubmit={submit}>
      <Stack gap="small">
        <QrScanner onCode={seek}>
          <TextField
            label={t('find.label')}
            hint={t('find.hint')}
            message={message}
            icon="search"
            value={find.values.text}
            onValue={change}
            autoComplete="off"
            maxLength={120}
          />
        </QrScanner>
        {finding.error && <ProblemNotice error={finding.error} />}
        <Button kind="main" submits busy={finding.isPending}>
          {t('find.go')}
        </Button>
      </Stack>
    </form>
  )
}

/** Ready when the page opens; the key / leads back. */
function useFocused(label: string) {
  const form = useRef<HTMLFormElement>(null)
  const focus = () => form.current?.querySelector('input')?.focus()
  useShortcut('/', label, focus)
  useEffect(() => {
    // After the page's heading, which takes the focus when another page opens.
    const timer = setTimeout(() => form.current?.querySelector('input')?.focus({ preventScroll: true }))
    return () => clearTimeout(timer)
  }, [])
  return form
}

/** Why nobody was found. */
function useMessage(organisation: string, tried: Typed | undefined): string | undefined {
  const { t } = useTranslation('desk')
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  if (tried === undefined || tried.as === 'health-id') return undefined
  if (tried.as === 'nothing') return t('find.missing')
  if (tried.as === 'misread') return t('find.misread')
  const people = new Set(tokensMeant(tried, tokens).map(({ patient }) => patient.person)).size
  if (people > 1) return t('find.several', { count: people })
  if (people === 1) return undefined
  return tried.as === 'token' ? t('find.noToken', { number: tried.number }) : t('find.noName')
}
