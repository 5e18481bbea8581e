import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeContactEndpoint, confirmContactEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { Button, CodeInput, Notice, Stack, TextField, useUndo } from '../../ui/index.ts'
import { isContact } from '../sign-up/sign-up.ts'
import { CODE_DIGITS } from './codes.ts'
import { useRefusal } from './refusal.ts'

/** First where to, then the code that came there. */
export function ChangeContact({ onDone }: { readonly onDone: () => void }) {
  const [sent, setSent] = useState<Sent>()
  return (
    <Stack>
      <AskForCode onSent={setSent} onCancel={onDone} />
      {sent && <GiveCode key={sent.contact} {...sent} onDone={onDone} />}
    </Stack>
  )
}

interface Sent {
  readonly contact: string
  readonly sentTo: string
}

interface AskForCodeProps {
  readonly onSent: (sent: Sent) => void
  readonly onCancel: () => void
}

function AskForCode({ onSent, onCancel }: AskForCodeProps) {
  const { t } = useTranslation(['settings', 'account', 'common'])
  const asking = useSend(changeContactEndpoint)
  const { beside, under } = useRefusal(asking.error, 'NOT_A_CONTACT', 'TOO_MANY_CODES')
  const form = useForm({
    start: { contact: '' },
    check: ({ contact }) => ({
      contact: isContact(contact) ? undefined : t('account:signUp.wrong.contact'),
    }),
    send: ({ contact }) =>
      asking.mutate({ body: { contact } }, { onSuccess: ({ sentTo }) => onSent({ contact, sentTo }) }),
  })
  return (
    <Form
      onSubmit={form.submit}
      action={t('contact.send')}
      busy={asking.isPending}
      error={under}
      beside={
        <Button kind="quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      }
    >
      <TextField
        {...form.field('contact')}
        message={form.messageFor('contact') ?? beside}
        label={t('contact.next')}
        hint={t('contact.hint')}
        autoComplete="off"
      />
    </Form>
  )
}

function GiveCode({ contact, sentTo, onDone }: Sent & { readonly onDone: () => void }) {
  const { t } = useTranslation(['settings', 'account'])
  const say = useUndo()
  const confirming = useSend(confirmContactEndpoint)
  const { beside, under } = useRefusal(confirming.error, 'CODE_REFUSED')
  const done = () => {
    say(t('contact.changed', { sentTo }))
    onDone()
  }
  const form = useForm({
    start: { code: '' },
    check: ({ code }) => ({ code: code.length < CODE_DIGITS ? t('account:code.missing') : undefined }),
    send: ({ code }) => confirming.mutate({ body: { contact, code } }, { onSuccess: done }),
  })
  return (
    <Form onSubmit={form.submit} action={t('contact.confirm')} busy={confirming.isPending} error={under}>
      <Notice title={t('contact.sent', { sentTo })} />
      <CodeInput
        {...form.field('code')}
        message={form.messageFor('code') ?? beside}
        label={t('account:code.label')}
      />
    </Form>
  )
}
