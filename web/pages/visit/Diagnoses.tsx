import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { proposeCodesEndpoint, type Note } from '#records/model'
import { answerOptions } from '../../app/queries.ts'
import { Button, IconButton, Row, RowList, TextField } from '../../ui/index.ts'

type Codes = Note['codes']

interface DiagnosesProps {
  readonly codes: Codes
  readonly onCodes: (codes: Codes) => void
}

const SHORTEST = 2
const MOST = 5
const PAUSE = 250

/** Codes are proposed for words, and never required. */
export function Diagnoses({ codes, onCodes }: DiagnosesProps) {
  const { t } = useTranslation('visit')
  const [typed, setTyped] = useState('')
  const proposed = useProposals(typed, codes)
  const add = (code: Codes[number]) => {
    onCodes([...codes, code])
    setTyped('')
  }
  return (
    <div className="note-diagnoses">
      <TextField
        label={t('diagnosis.label')}
        value={typed}
        onValue={setTyped}
        maxLength={80}
        autoComplete="off"
        optional
      />
      {proposed.length > 0 && (
        <ul className="note-proposals" aria-label={t('diagnosis.proposed')}>
          {proposed.map((code) => (
            <li key={code.code}>
              <Button kind="quiet" small icon="plus" onPress={() => add(code)}>
                {code.words} <small className="quiet">{code.code}</small>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {codes.length > 0 && <Chosen codes={codes} onCodes={onCodes} />}
    </div>
  )
}

function useProposals(typed: string, chosen: Codes): Codes {
  const [words] = useDebouncedValue(typed.trim(), PAUSE)
  const isEnough = typed.trim().length >= SHORTEST && words.length >= SHORTEST
  const { data } = useQuery({
    ...answerOptions(proposeCodesEndpoint, { query: { q: words } }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
  })
  if (!isEnough || !data) return []
  return data.codes.filter(({ code }) => !chosen.some((other) => other.code === code)).slice(0, MOST)
}

function Chosen({ codes, onCodes }: DiagnosesProps) {
  const { t } = useTranslation('visit')
  return (
    <RowList label={t('diagnosis.chosen')}>
      {codes.map(({ code, words }) => (
        <Row
          key={code}
          title={words}
          detail={code}
          end={
            <IconButton
              icon="remove"
              label={t('diagnosis.remove', { words })}
              onPress={() => onCodes(codes.filter((other) => other.code !== code))}
            />
          }
        />
      ))}
    </RowList>
  )
}
