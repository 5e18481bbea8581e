import { useSuspenseQuery } from '@tanstack/react-query'
import { beginRegistrationEndpoint } from '#identity/model'
import { useGo } from '../../app/go.ts'
import { useSend } from '../../app/queries.ts'
import { deskHref } from './address.ts'
import { queueAnswer, type Patient } from './questions.ts'
import { tokensMeant, type Typed } from './typed.ts'

interface Found {
  readonly onFound: (patient: Patient) => void
  readonly onDone: () => void
}

/** Today's tokens answer first; else a health ID goes to the server, which shows a patient of this house or sends a code. */
export function useFinding(organisation: string, { onFound, onDone }: Found) {
  const go = useGo()
  const finding = useSend(beginRegistrationEndpoint)
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const choose = (patient: Patient) => {
    onFound(patient)
    onDone()
    go(deskHref(organisation, { person: patient.person }))
  }
  const begin = (healthId: string) =>
    finding.mutate(
      { params: { organisation }, body: { healthId } },
      {
        onSuccess(answer) {
          if (answer.state === 'registered') return choose(answer.patient)
          if (answer.state === 'not-here') return
          onDone()
          go(deskHref(organisation, { request: answer.request }))
        },
      },
    )
  const look = (typed: Typed) => {
    const patients = new Map(tokensMeant(typed, tokens).map(({ patient }) => [patient.person, patient]))
    const [only] = patients.values()
    if (typed.as !== 'nothing' && only && patients.size === 1) choose(only)
    else if (typed.as === 'health-id') begin(typed.healthId)
  }
  return { finding, look }
}
