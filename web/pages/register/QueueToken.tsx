import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { registerEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { ButtonLink, PageHeader, Stack, When } from '../../ui/index.ts'

type Registered = Answer<typeof registerEndpoint>

/** The place in the queue, to be read across a room. */
export function QueueToken({ name, place, token }: Registered) {
  const { t } = useTranslation('register')
  return (
    <div className="register">
      <PageHeader title={t('token.title', { name })} lead={place} takesFocus />
      <Stack gap="large">
        <p className="register-token">
          <span className="register-token-label">{t('token.label')}</span>
          <span className="register-token-number">{token.number}</span>
          <span className="register-token-label">
            <When at={toInstant(token.at)} />
          </span>
        </p>
        <p>{t('token.words')}</p>
        <ButtonLink kind="main" icon="card" href="/card">
          {t('token.card')}
        </ButtonLink>
      </Stack>
    </div>
  )
}
