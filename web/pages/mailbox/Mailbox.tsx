import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mailboxEndpoint } from '#identity/model'
import { SECOND, toInstant } from '#kernel'
import type { Answer } from '../../app/client.ts'
import { answerOptions } from '../../app/queries.ts'
import { Button, EmptyState, PageHeader, useUndo, When } from '../../ui/index.ts'
import './mailbox.css'

type Message = Answer<typeof mailboxEndpoint>['messages'][number]

/** The messages that would have been sent, newest first. */
export function Mailbox() {
  const { t } = useTranslation('mailbox')
  const { data } = useQuery({ ...answerOptions(mailboxEndpoint, {}), refetchInterval: 3 * SECOND })
  const messages = data?.messages ?? []
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {messages.length === 0 ? (
        <EmptyState icon="bell" title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      ) : (
        <ol className="mailbox" aria-label={t('title')}>
          {messages.map((message) => (
            <MessageRow key={message.message} {...message} />
          ))}
        </ol>
      )}
    </>
  )
}

function MessageRow({ at, channel, to, subject, text }: Message) {
  const { t } = useTranslation('mailbox')
  const [code] = text.match(/\b\d{6}\b/) ?? []
  return (
    <li className="mailbox-message">
      <div className="mailbox-head">
        <h2>{subject}</h2>
        <When at={toInstant(at)} />
      </div>
      <p className="quiet">{t(channel, { to })}</p>
      <p>{text}</p>
      {code !== undefined && <CopyCode code={code} />}
    </li>
  )
}

function CopyCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('mailbox')
  const say = useUndo()
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    say(t('copied'))
  }
  return (
    <Button small icon="check" onPress={() => void copy()}>
      {t('copy', { code })}
    </Button>
  )
}
