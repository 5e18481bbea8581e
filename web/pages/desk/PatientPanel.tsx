import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { RowSkeleton } from '../../ui/index.ts'
import { ConfirmIdentity } from './ConfirmIdentity.tsx'
import { PatientWork } from './PatientWork.tsx'
import { patientAnswer, queueAnswer, type Patient } from './questions.ts'
import { useMayAdd } from './roles.ts'

interface PatientPanelProps {
  readonly organisation: string
  readonly person: string
  /** Whom the box found, who may have no token yet. */
  readonly found: Patient | undefined
}

/** The person chosen: first whether it is they, then what they come for. */
export function PatientPanel({ organisation, person, found }: PatientPanelProps) {
  const [isConfirmed, setIsConfirmed] = useState(false)
  const { patient, error } = usePatient(organisation, person, found)
  if (!patient) return error ? <ProblemNotice error={error} /> : <RowSkeleton rows={1} faces />
  return isConfirmed ? (
    <PatientWork organisation={organisation} patient={patient} />
  ) : (
    <ConfirmIdentity organisation={organisation} patient={patient} onConfirmed={() => setIsConfirmed(true)} />
  )
}

function usePatient(organisation: string, person: string, found: Patient | undefined) {
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const queued = tokens.find(({ patient }) => patient.person === person)?.patient
  const here = found?.person === person ? found : queued
  const asked = useQuery({
    ...patientAnswer(organisation, person),
    enabled: useMayAdd(organisation) && here === undefined,
  })
  return { patient: here ?? asked.data?.patient, error: asked.error }
}
