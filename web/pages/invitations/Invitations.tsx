import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerInvitationEndpoint, type myInvitationsEndpoint } from '#identity/model'
import { toInstant } from '#kernel'
import type { Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Button, ButtonRow, EmptyState, PageHeader, useUndo, VisuallyHidden, When } from '../../ui/index.ts'
import { invitationsAnswer } from '../home/questions.ts'
import './invitations.css'

type Invitation = Answer<typeof myInvitationsEndpoint>['invitations'][number]

/** Organisations that want to register me; my own chart has nothing to do with it. */
export function Invitations() {
  const { t } = useTranslation('invitations')
  const { data } = useSuspenseQuery(invitationsAnswer)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/', label: t('back') }} />
      {data.invitations.length === 0 ? (
        <EmptyState icon="hospital" title={t('none')}>
          <p>{t('noneWords')}</p>
        </EmptyState>
      ) : (
        <ul className="invitations" aria-label={t('title')}>
          {data.invitations.map((invitation) => (
            <InvitationCard key={invitation.invitation} {...invitation} />
          ))}
        </ul>
      )}
    </>
  )
}

function InvitationCard({ invitation, name, kind, roles, at }: Invitation) {
  const { t } = useTranslation(['invitations', 'organisation', 'work'])
  const words = useWords()
  const say = useUndo()
  const answering = useSend(answerInvitationEndpoint, ['me', 'staff'])
  const answer = (accept: boolean) =>
    answering.mutate(
      { params: { invitation }, body: { accept } },
      { onSuccess: () => say(t(accept ? 'accepted' : 'refused', { name })) },
    )
  const held = words.list(roles.map((role) => t(`organisation:role.${role}`)))
  return (
    <li className="invitations-card">
      <h2>{name}</h2>
      <p className="quiet">
        {t(`work:organisation.kind.${kind}`)}, <When at={toInstant(at)} />
      </p>
      <p>{t('as', { roles: held })}</p>
      {answering.error && <ProblemNotice error={answering.error} />}
      <ButtonRow equal>
        <Button kind="main" busy={answering.isPending} onPress={() => answer(true)}>
          {t('accept')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
        <Button busy={answering.isPending} onPress={() => answer(false)}>
          {t('refuse')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
      </ButtonRow>
    </li>
  )
}
