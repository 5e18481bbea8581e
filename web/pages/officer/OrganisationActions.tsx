import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  decideOrganisationEndpoint,
  reinstateOrganisationEndpoint,
  suspendOrganisationEndpoint,
} from '#identity/model'
import { useGo } from '../../app/go.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, useUndo } from '../../ui/index.ts'
import { ReasonForm } from '../work/ReasonForm.tsx'
import { Decision, type Decided } from './Decision.tsx'
import type { KnownOrganisation } from './questions.ts'

interface OrganisationProps {
  readonly organisation: KnownOrganisation
}

/** What an officer can do with an organisation, as it stands. */
export function OrganisationActions({ organisation }: OrganisationProps) {
  switch (organisation.state) {
    case 'applied':
      return <Deciding organisation={organisation} />
    case 'active':
      return <Suspending organisation={organisation} />
    case 'suspended':
      return <Reinstating organisation={organisation} />
    case 'refused':
    case 'left':
      return null
  }
}

function Deciding({ organisation: { organisation, name } }: OrganisationProps) {
  const { t } = useTranslation('officer')
  const go = useGo()
  const say = useUndo()
  const deciding = useSend(decideOrganisationEndpoint)
  const decide = (body: Decided) =>
    deciding.mutate(
      { params: { organisation }, body },
      {
        onSuccess() {
          say(t(`organisation.done.${body.decision}`, { name }))
          go('/officer')
        },
      },
    )
  return (
    <Decision
      approve={t('organisation.approve')}
      effect={t('organisation.effect', { name })}
      busy={deciding.isPending}
      error={deciding.error}
      onDecide={decide}
    />
  )
}

function Suspending({ organisation: { organisation, name } }: OrganisationProps) {
  const { t } = useTranslation('officer')
  const say = useUndo()
  const [open, setOpen] = useState(false)
  const suspending = useSend(suspendOrganisationEndpoint)
  const suspend = (reason: string) =>
    suspending.mutate(
      { params: { organisation }, body: { reason } },
      { onSuccess: () => say(t('organisation.suspended', { name })) },
    )
  if (!open) return <Button onPress={() => setOpen(true)}>{t('organisation.suspend')}</Button>
  return (
    <ReasonForm
      label={t('organisation.suspendReason')}
      hint={t('organisation.suspendHint')}
      action={t('organisation.suspend')}
      busy={suspending.isPending}
      error={suspending.error}
      onReason={suspend}
      onCancel={() => setOpen(false)}
    />
  )
}

function Reinstating({ organisation: { organisation, name } }: OrganisationProps) {
  const { t } = useTranslation('officer')
  const say = useUndo()
  const reinstating = useSend(reinstateOrganisationEndpoint)
  const reinstate = () =>
    reinstating.mutate(
      { params: { organisation } },
      { onSuccess: () => say(t('organisation.reinstated', { name })) },
    )
  return (
    <>
      {reinstating.error && <ProblemNotice error={reinstating.error} />}
      <Button kind="main" busy={reinstating.isPending} onPress={reinstate}>
        {t('organisation.reinstate')}
      </Button>
    </>
  )
}
