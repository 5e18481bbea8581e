import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { withdrawInvitationEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, Icon, Row, useUndo, VisuallyHidden, When } from '../../ui/index.ts'
import type { Invitation } from './questions.ts'

interface InvitationRowProps {
  readonly organisation: string
  readonly invitation: Invitation
}

export function InvitationRow({ organisation, invitation: { invitation, ...invited } }: InvitationRowProps) {
  const { t } = useTranslation('organisation')
  const words = useWords()
  const say = useUndo()
  const withdrawing = useSend(withdrawInvitationEndpoint)
  const { identifier, roles, at } = invited
  const withdraw = () =>
    withdrawing.mutate(
      { params: { organisation, invitation } },
      { onSuccess: () => say(t('invitations.withdrawn', { identifier })) },
    )
  return (
    <>
      <Row
        lead={<Icon name="waiting" />}
        title={identifier}
        detail={
          <>
            {words.list(roles.map((role) => t(`role.${role}`)))}, <When at={toInstant(at)} />
          </>
        }
        end={
          <Button kind="quiet" small busy={withdrawing.isPending} onPress={withdraw}>
            {t('invitations.withdraw')}
            <VisuallyHidden> {identifier}</VisuallyHidden>
          </Button>
        }
      />
      {withdrawing.error && (
        <li>
          <ProblemNotice error={withdrawing.error} />
        </li>
      )}
    </>
  )
}
