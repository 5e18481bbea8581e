import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginRegistrationEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Day, PersonBadge, Stack, TextField } from '../../ui/index.ts'
import { photoOf } from './photo.ts'
import { queueAnswer, type OfPatient, type Patient, type Token } from './questions.ts'
import { readTyped, tokensMeant } from './typed.ts'

interface RightPatientProps extends OfPatient {
  readonly right: Patient | undefined
  readonly isMissing: boolean
  readonly onRight: (patient: Patient | undefined) => void
}

type Found = 'nothing-yet' | 'one' | 'several' | 'nobody'

/** To whose chart an entry belongs: somebody registered here, by token or health ID. */
export function RightPatient({ organisation, patient, right, isMissing, onRight }: RightPatientProps) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState('')
  const { finding, find, found } = useRight(organisation, patient, onRight)
  const isNobody = found === 'nobody' || (isMissing && found === 'nothing-yet')
  const message = found === 'several' ? t('strike.several') : isNobody ? t('strike.noRight') : undefined
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

/** Nobody is asked for a code here: whoever the entry belongs to does not stand at the counter. */
function useRight(organisation: string, wrong: Patient, onRight: RightPatientProps['onRight']) {
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const [found, setFound] = useState<Found>('nothing-yet')
  const finding = useSend(beginRegistrationEndpoint)
  const choose = (patients: readonly Patient[]) => {
    const others = patients.filter(({ person }) => person !== wrong.person)
    setFound(others.length > 1 ? 'several' : others.length === 1 ? 'one' : 'nobody')
    onRight(others.length === 1 ? others[0] : undefined)
  }
  const find = (text: string) => {
    finding.reset()
    const typed = readTyped(text)
    const meant = typed.as === 'nothing' ? [] : tokensMeant(typed, tokens)
    if (meant.length > 0 || typed.as !== 'health-id') return choose(peopleOf(meant))
    setFound('nothing-yet')
    onRight(undefined)
    finding.mutate(
      { params: { organisation }, body: { healthId: typed.healthId, ask: false } },
      { onSuccess: (answer) => choose(answer.state === 'registered' ? [answer.patient] : []) },
    )
  }
  return { finding, find, found }
}

/** One person may have several tokens of a day. */
function peopleOf(tokens: readonly Token[]): readonly Patient[] {
  return [...new Map(tokens.map(({ patient }) => [patient.person, patient])).values()]
}
