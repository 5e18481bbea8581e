import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import {
  endAllSessionsEndpoint,
  endSessionEndpoint,
  signOutEndpoint,
  type sessionsEndpoint,
} from '#identity/model'
import { call, type Answer } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { leaveAfter } from '../../app/session.ts'
import {
  Button,
  ButtonRow,
  Confirm,
  Icon,
  Row,
  RowList,
  Section,
  Stack,
  useUndo,
  When,
} from '../../ui/index.ts'
import { useBrowserWords } from './browser-words.ts'
import { sessionsAnswer } from './questions.ts'

type Session = Answer<typeof sessionsEndpoint>['sessions'][number]

/** Where I am signed in; each can be ended, and all at once. */
export function Sessions() {
  const { t } = useTranslation('settings')
  const { sessions } = useSuspenseQuery(sessionsAnswer).data
  return (
    <Section title={t('sessions.title')} note={t('sessions.note')}>
      <Stack>
        <RowList label={t('sessions.title')}>
          {sessions.map((session) => (
            <SessionRow key={session.session} {...session} />
          ))}
        </RowList>
        <Leaving />
      </Stack>
    </Section>
  )
}

function SessionRow({ session, since, browser, isThisOne }: Session) {
  const { t } = useTranslation('settings')
  const say = useUndo()
  const ending = useSend(endSessionEndpoint)
  const end = () => ending.mutate({ params: { session } }, { onSuccess: () => say(t('sessions.ended')) })
  return (
    <>
      <Row
        lead={<Icon name="system" />}
        title={useBrowserWords(browser)}
        detail={
          <>
            {isThisOne && `${t('sessions.thisOne')}, `}
            {t('sessions.since')} <When at={toInstant(since)} />
          </>
        }
        end={
          !isThisOne && (
            <Button kind="quiet" small icon="sign-out" busy={ending.isPending} onPress={end}>
              {t('sessions.end')}
            </Button>
          )
        }
      />
      {ending.error && (
        <li>
          <ProblemNotice error={ending.error} />
        </li>
      )}
    </>
  )
}

/** Here, or everywhere. */
function Leaving() {
  const { t } = useTranslation(['settings', 'common'])
  const [asking, setAsking] = useState(false)
  const leaving = useMutation({
    mutationFn: (everywhere: boolean) =>
      leaveAfter(() => call(everywhere ? endAllSessionsEndpoint : signOutEndpoint, {})),
  })
  const everywhere = () => {
    setAsking(false)
    leaving.mutate(true)
  }
  return (
    <>
      <ButtonRow>
        <Button icon="sign-out" busy={leaving.isPending} onPress={() => leaving.mutate(false)}>
          {t('common:signOut')}
        </Button>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {t('sessions.everywhere')}
        </Button>
      </ButtonRow>
      {leaving.error && <ProblemNotice error={leaving.error} />}
      <Confirm
        open={asking}
        title={t('sessions.everywhereTitle')}
        action={t('sessions.everywhere')}
        onConfirm={everywhere}
        onClose={() => setAsking(false)}
      >
        <p>{t('sessions.everywhereWords')}</p>
      </Confirm>
    </>
  )
}
