import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { ButtonLink, EmptyState, PageHeader } from '../../ui/index.ts'
import { CodeFromPatient } from './CodeFromPatient.tsx'
import { FindBox } from './FindBox.tsx'
import { PatientPanel } from './PatientPanel.tsx'
import { usePiles } from './piles.ts'
import type { Patient } from './questions.ts'
import { TokenList } from './TokenList.tsx'
import { readTyped } from './typed.ts'
import { Unsaved } from './Unsaved.tsx'
import { useKept } from './kept.ts'
import './desk.css'

const FROM = { from: '/staff/desk/$organisation' } as const

/** The hospital counter: who stands here, what they come for, and who waits. */
export function DeskPage() {
  const { t } = useTranslation('desk')
  const { organisation } = useParams(FROM)
  const { person } = useSearch(FROM)
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  const find = useKept(`find.${organisation}`, { text: '' })
  const [found, setFound] = useState<Patient>()
  return (
    <>
      <PageHeader
        title={house?.name ?? t('title')}
        actions={
          <ButtonLink icon="qr" href={`/desk/${organisation}/poster`}>
            {t('poster.title')}
          </ButtonLink>
        }
      />
      <div className="desk">
        <FindBox organisation={organisation} find={find} onFound={setFound} />
        <Chosen organisation={organisation} found={found} onFound={setFound} />
        <TokenList organisation={organisation} person={person} typed={readTyped(find.values.text)} />
      </div>
    </>
  )
}

interface ChosenProps {
  readonly organisation: string
  readonly found: Patient | undefined
  readonly onFound: (patient: Patient) => void
}

function Chosen({ organisation, found, onFound }: ChosenProps) {
  const { person, request } = useSearch(FROM)
  const piles = usePiles()
  return (
    <div className="desk-chosen">
      <Unsaved organisation={organisation} piles={piles} person={person} />
      {request !== undefined && <CodeFromPatient key={request} {...{ organisation, request, onFound }} />}
      {person !== undefined && <PatientPanel key={person} {...{ organisation, person, found, piles }} />}
      {person === undefined && request === undefined && <Nobody />}
    </div>
  )
}

function Nobody() {
  const { t } = useTranslation('desk')
  return (
    <div className="desk-nobody">
      <EmptyState icon="person" title={t('nobody.title')}>
        <p>{t('nobody.words')}</p>
      </EmptyState>
    </div>
  )
}
