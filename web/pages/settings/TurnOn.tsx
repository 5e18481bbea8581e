import { useTranslation } from 'react-i18next'
import { beginSecondFactorEndpoint, confirmSecondFactorEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { Button, CodeInput, Link, QrPicture, Stack } from '../../ui/index.ts'
import { AskPassword } from './AskPassword.tsx'
import { CODE_DIGITS, inGroups } from './codes.ts'
import { useRefusal } from './refusal.ts'

interface TurnOnProps {
  readonly onDone: (backupCodes: readonly string[]) => void
  readonly onCancel: () => void
}

/** Password, then the app scans the secret, then a first code of it proves that it did. */
export function TurnOn({ onDone, onCancel }: TurnOnProps) {
  const { t } = useTranslation('settings')
  const beginning = useSend(beginSecondFactorEndpoint)
  if (beginning.data) return <FirstCode begun={beginning.data} onDone={onDone} onCancel={onCancel} />
  return (
    <AskPassword
      action={t('second.begin')}
      busy={beginning.isPending}
      error={beginning.error}
      onPassword={(password) => beginning.mutate({ body: { password } })}
      onCancel={onCancel}
    />
  )
}

interface FirstCodeProps extends TurnOnProps {
  readonly begun: Answer<typeof beginSecondFactorEndpoint>
}

function FirstCode({ begun: { uri, secret, backupCodes }, onDone, onCancel }: FirstCodeProps) {
  const { t } = useTranslation(['settings', 'account', 'common'])
  const confirming = useSend(confirmSecondFactorEndpoint, ['me'])
  const { beside, under } = useRefusal(confirming.error, 'CODE_REFUSED')
  const form = useForm({
    start: { code: '' },
    check: ({ code }) => ({ code: code.length < CODE_DIGITS ? t('account:code.missing') : undefined }),
    send: ({ code }) => confirming.mutate({ body: { code } }, { onSuccess: () => onDone(backupCodes) }),
  })
  return (
    <Stack>
      <Secret uri={uri} secret={secret} />
      <Form
        onSubmit={form.submit}
        action={t('second.turnOn')}
        busy={confirming.isPending}
        error={under}
        beside={
          <Button kind="quiet" onPress={onCancel}>
            {t('common:cancel')}
          </Button>
        }
      >
        <CodeInput
          {...form.field('code')}
          message={form.messageFor('code') ?? beside}
          label={t('account:second.totp')}
        />
      </Form>
    </Stack>
  )
}

/** A phone cannot scan its own screen: there the app opens by the link, or takes the letters. */
function Secret({ uri, secret }: { readonly uri: string; readonly secret: string }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <p>{t('second.scan')}</p>
      <div className="settings-qr">
        <QrPicture text={uri} label={t('second.qr')} />
      </div>
      <p>
        {t('second.type')} <code className="settings-secret">{inGroups(secret)}</code>
      </p>
      <p>
        <Link href={uri} target="_self">
          {t('second.open')}
        </Link>
      </p>
    </>
  )
}
