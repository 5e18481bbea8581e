import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { useMe } from '../../app/session.ts'
import { Button, ButtonLink, ButtonRow, Icon, PageHeader, Stack } from '../../ui/index.ts'
import { QueueToken } from './QueueToken.tsx'
import { counterAnswer } from './questions.ts'
import './register.css'

/** Whose counter this is, what registering there means, and then the place in the queue. */
export function CounterPage() {
  const { t } = useTranslation(['register', 'work'])
  const { code } = useParams({ from: '/frame/register/$code' })
  const { data: house } = useSuspenseQuery(counterAnswer(code))
  const registering = useSend(registerEndpoint)
  if (registering.data) return <QueueToken {...registering.data} />
  return (
    <div className="register">
      <PageHeader
        title={t('counter.title', { name: house.name })}
        lead={`${t(`work:organisation.kind.${house.kind}`)}, ${house.place}`}
      />
      <Stack gap="large">
        <Meaning />
        {registering.error && <ProblemNotice error={registering.error} />}
        <Doing
          code={code}
          busy={registering.isPending}
          onRegister={() => registering.mutate({ body: { code } })}
        />
      </Stack>
    </div>
  )
}

const MEANS = ['adds', 'reads', 'closed'] as const
const ICONS = { adds: 'edit', reads: 'look', closed: 'locked' } as const

/** What it opens, and what it does not. */
function Meaning() {
  const { t } = useTranslation('register')
  return (
    <ul className="register-means" aria-label={t('means.label')}>
      {MEANS.map((name) => (
        <li key={name}>
          <Icon name={ICONS[name]} />
          {t(`means.${name}`)}
        </li>
      ))}
    </ul>
  )
}

interface DoingProps {
  readonly code: string
  readonly busy: boolean
  readonly onRegister: () => void
}

/** Who is not signed in does that first, and comes back here. */
function Doing({ code, busy, onRegister }: DoingProps) {
  const { t } = useTranslation(['register', 'common'])
  const me = useMe()
  const back = `?to=${encodeURIComponent(`/register/${code}`)}`
  if (me)
    return (
      <Button kind="main" icon="queue" wide busy={busy} onPress={onRegister}>
        {t('counter.register')}
      </Button>
    )
  return (
    <Stack>
      <p>{t('counter.first')}</p>
      <ButtonRow>
        <ButtonLink kind="main" href={`/sign-in${back}`}>
          {t('common:signIn')}
        </ButtonLink>
        <ButtonLink href={`/sign-up${back}`}>{t('common:signUp')}</ButtonLink>
      </ButtonRow>
    </Stack>
  )
}
