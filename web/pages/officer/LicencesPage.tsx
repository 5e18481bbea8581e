import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  EmptyState,
  PageHeader,
  Row,
  RowList,
  RowSkeleton,
  Stack,
  TextField,
} from '../../ui/index.ts'
import { LicenceStateMark } from '../work/LicenceStateMark.tsx'
import { licencesAnswer, type KnownLicence } from './questions.ts'
import './officer.css'

/** Practitioners with the state of their licences, by number or all of them. */
export function LicencesPage() {
  const { t } = useTranslation('officer')
  const { find = '' } = useSearch({ from: '/staff/officer/licences' })
  const { data } = useQuery({ ...licencesAnswer(find), placeholderData: keepPreviousData })
  return (
    <div className="officer-narrow">
      <PageHeader title={t('licences.title')} lead={t('licences.lead')} />
      <Stack>
        <Finder key={find} find={find} />
        {data ? <Licences licences={data.licences} find={find} /> : <RowSkeleton rows={6} />}
      </Stack>
    </div>
  )
}

function Finder({ find }: { readonly find: string }) {
  const { t } = useTranslation(['officer', 'common'])
  const navigate = useNavigate()
  const [typed, setTyped] = useState(find)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = typed.trim()
    void navigate({ to: '/officer/licences', search: wanted === '' ? {} : { find: wanted } })
  }
  return (
    <search>
      <form className="officer-find" onSubmit={submit}>
        <TextField
          label={t('licences.find')}
          icon="search"
          value={typed}
          onValue={setTyped}
          maxLength={60}
          optional="unsaid"
        />
        <Button submits>{t('common:search')}</Button>
      </form>
    </search>
  )
}

function Licences({ licences, find }: { readonly licences: readonly KnownLicence[]; readonly find: string }) {
  const { t } = useTranslation(['officer', 'work'])
  if (licences.length === 0) {
    return (
      <EmptyState icon="licence" title={t(find === '' ? 'licences.none' : 'licences.notFound')}>
        <p>{t(find === '' ? 'licences.noneWords' : 'licences.notFoundWords')}</p>
      </EmptyState>
    )
  }
  return (
    <RowList label={t('licences.title')}>
      {licences.map((licence) => (
        <Row
          key={licence.practitioner}
          title={licence.name}
          detail={`${t(`work:system.${licence.system}`)}, ${licence.qualification}`}
          end={<LicenceStateMark licence={licence} />}
          href={`/officer/licences/${licence.practitioner}`}
        />
      ))}
    </RowList>
  )
}
