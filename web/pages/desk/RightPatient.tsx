import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginRegistrationEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Day, PersonBadge, Stack, TextField } from '../../ui/index.ts'
import { photoOf } from './photo.ts'
import { queueAnswer, type OfPatient, type Patient } from './questions.ts'
import { readTyped, tokensMeant } from './typed.ts'

interface RightPatientProps extends OfPatient {
  readonly right: Patient | undefined
  readonly isMissing: boolean
  readonly onRight: (patient: Patient | undefined) => void
}

/** To whose chart an entry belongs: somebody registered here, by token or health ID. */
export function RightPatient({ organisation, patient, right, isMissing, onRight }: RightPatientProps) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState('')
  const { finding, find, isSent, isUnknown } = useRight(organisation, patient, onRight)
  const message = isSent ? t('strike.notHere') : isUnknown || isMissing ? t('strike.noRight') : undefined
  return (
    <Stack gap="small">
      <TextField
        label={t('strike.right')}
        hint={t('strike.rightHint')}
        message={right ? undefined : message}
        value={text}
        onValue={setText}
        autoComplete="off"
        maxLength={40}
      />
      {finding.error && <ProblemNotice error={finding.error} />}
      <Button small icon="search" busy={finding.isPending} onPress={() => find(text)}>
        {t('find.go')}
      </Button>
      {right && (
        <PersonBadge name={right.name} sex={right.sex} photo={photoOf(organisation, right)}>
          <Day written={right.birthDate} />
        </PersonBadge>
      )}
    </Stack>
  )
}

function useRight(organisation: string, wrong: Patient, onRight: RightPatientProps['onRight']) {
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const [isUnknown, setIsUnknown] = useState(false)
  const finding = useSend(beginRegistrationEndpoint)
  const choose = (patient: Patient | undefined) => {
    const other = patient?.person === wrong.person ? undefined : patient
    setIsUnknown(other === undefined)
    onRight(other)
  }
  const find = (text: string) => {
    finding.reset()
    const typed = readTyped(text)
    const [meant] = typed.as === 'nothing' ? [] : tokensMeant(typed, tokens)
    if (meant || typed.as !== 'health-id') return choose(meant?.patient)
    setIsUnknown(false)
    onRight(undefined)
    finding.mutate(
      { params: { organisation }, body: { healthId: typed.healthId } },
      { onSuccess: (answer) => answer.state === 'registered' && choose(answer.patient) },
    )
  }
  return { finding, find, isUnknown, isSent: finding.data?.state === 'sent' }
}
