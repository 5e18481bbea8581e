import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeStaffEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Confirm, IconButton, Stack, useUndo } from '../../ui/index.ts'
import type { StaffMember } from './questions.ts'

interface RemoveStaffProps {
  readonly organisation: string
  readonly member: StaffMember
}

/** Takes every role here from somebody. What went wrong is said where it was asked. */
export function RemoveStaff({ organisation, member: { person, name } }: RemoveStaffProps) {
  const { t } = useTranslation(['organisation', 'common'])
  const say = useUndo()
  const [asking, setAsking] = useState(false)
  const removing = useSend(removeStaffEndpoint, ['me'])
  const params = { organisation, person }
  const remove = () => removing.mutate({ params }, { onSuccess: () => say(t('staff.removed', { name })) })
  const close = () => {
    setAsking(false)
    removing.reset()
  }
  return (
    <>
      <IconButton icon="remove" label={t('staff.remove', { name })} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={t('staff.remove', { name })}
        action={t('common:remove')}
        onConfirm={remove}
        onClose={close}
      >
        <Stack>
          <p>{t('staff.removeWords')}</p>
          {removing.error && <ProblemNotice error={removing.error} />}
        </Stack>
      </Confirm>
    </>
  )
}
