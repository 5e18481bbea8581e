import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { knowsPasskeys } from '../../app/passkeys.ts'
import { Button, Icon, Row, RowList, Section, Stack, When } from '../../ui/index.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { passkeysAnswer, type Passkey } from './questions.ts'
import { RemovePasskey } from './RemovePasskey.tsx'

/** Signing in, and saying yes, by the lock of one's own device. */
export function Passkeys() {
  const { t } = useTranslation(['settings', 'account'])
  const { passkeys } = useSuspenseQuery(passkeysAnswer).data
  const [adding, setAdding] = useState(false)
  return (
    <Section title={t('passkeys.title')} note={t('passkeys.note')}>
      <Stack>
        {passkeys.length > 0 && <PasskeyList passkeys={passkeys} />}
        {adding ? (
          <AddPasskey onDone={() => setAdding(false)} />
        ) : (
          <Button
            icon="plus"
            onPress={() => setAdding(true)}
            reason={knowsPasskeys ? undefined : t('account:passkey.unknown')}
          >
            {t('passkeys.add')}
          </Button>
        )}
      </Stack>
    </Section>
  )
}

function PasskeyList({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const { t } = useTranslation(['settings', 'common'])
  const [leaving, setLeaving] = useState<Passkey>()
  return (
    <>
      <RowList label={t('passkeys.title')}>
        {passkeys.map((passkey) => (
          <Row
            key={passkey.passkey}
            lead={<Icon name="locked" />}
            title={passkey.name}
            detail={<When at={toInstant(passkey.since)} />}
            end={
              <Button kind="quiet" small icon="remove" onPress={() => setLeaving(passkey)}>
                {t('common:remove')}
              </Button>
            }
          />
        ))}
      </RowList>
      <RemovePasskey passkey={leaving} onClose={() => setLeaving(undefined)} />
    </>
  )
}
