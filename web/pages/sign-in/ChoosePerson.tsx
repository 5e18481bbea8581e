import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signInEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { PersonBadge, Row, RowList, Stack } from '../../ui/index.ts'

/** Several people of one phone have this password. */
export interface Choice {
  readonly name: 'choose'
  readonly people: readonly { readonly healthId: string; readonly name: string }[]
  readonly password: string
}

interface ChoosePersonProps extends Choice {
  readonly onDone: () => void
  readonly onSecondFactor: () => void
}

export function ChoosePerson({ people, password, onDone, onSecondFactor }: ChoosePersonProps) {
  const { t } = useTranslation('account')
  const sending = useMutation({
    mutationFn: (identifier: string) => call(signInEndpoint, { body: { identifier, password } }),
    onSuccess: ({ state }) => (state === 'second-factor' ? onSecondFactor() : onDone()),
  })
  return (
    <Stack>
      <RowList label={t('choose.title')}>
        {people.map(({ healthId, name }) => (
          <Row
            key={healthId}
            title={<PersonBadge name={name}>{healthId}</PersonBadge>}
            onPress={() => sending.mutate(healthId)}
          />
        ))}
      </RowList>
      {sending.error && <ProblemNotice error={sending.error} />}
    </Stack>
  )
}
