import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { useGo } from '../../app/go.ts'
import { EmptyState, PersonBadge, Row, RowList, Section, When, Word } from '../../ui/index.ts'
import { deskHref } from './address.ts'
import { photoOf } from './photo.ts'
import { queueAnswer, type Token } from './questions.ts'
import { inOrder, tokensMeant, type Typed } from './typed.ts'

interface TokenListProps {
  readonly organisation: string
  readonly person: string | undefined
  readonly typed: Typed
}

/** Today's tokens, narrowed by what is typed: those who wait, then those who are done, folded away. */
export function TokenList({ organisation, person, typed }: TokenListProps) {
  const { t } = useTranslation('desk')
  const { tokens } = useSuspenseQuery(queueAnswer(organisation)).data
  const meant = inOrder(typed.as === 'misread' ? tokens : tokensMeant(typed, tokens))
  const waiting = meant.filter(({ state }) => state === 'waiting')
  const closed = meant.filter(({ state }) => state === 'closed')
  const rows = (shown: readonly Token[]) => (
    <RowList label={t('tokens.title')}>
      {shown.map((token) => (
        <TokenRow key={token.token} {...{ organisation, token, current: token.patient.person === person }} />
      ))}
    </RowList>
  )
  return (
    <div className="desk-tokens">
      <Section
        title={t('tokens.title')}
        note={tokens.length > 0 ? t('tokens.waiting', { count: waiting.length }) : undefined}
      >
        {tokens.length === 0 && (
          <EmptyState icon="queue" title={t('tokens.none')}>
            <p>{t('tokens.noneWords')}</p>
          </EmptyState>
        )}
        {waiting.length > 0 && rows(waiting)}
        {closed.length > 0 && (
          <details className="desk-closed" open={typed.as !== 'nothing'}>
            <summary>{t('tokens.closed', { count: closed.length })}</summary>
            {rows(closed)}
          </details>
        )}
      </Section>
    </div>
  )
}

interface TokenRowProps {
  readonly organisation: string
  readonly token: Token
  readonly current: boolean
}

function TokenRow({ organisation, token, current }: TokenRowProps) {
  const go = useGo()
  const { number, patient, at } = token
  return (
    <Row
      lead={<span className="desk-number">{number}</span>}
      title={
        <PersonBadge name={patient.name} size="small" photo={photoOf(organisation, patient)}>
          <When at={toInstant(at)} />
        </PersonBadge>
      }
      end={<TokenState state={token.state} />}
      current={current}
      onPress={() => go(deskHref(organisation, { person: patient.person }))}
    />
  )
}

export function TokenState({ state }: Pick<Token, 'state'>) {
  const { t } = useTranslation('desk')
  return state === 'waiting' ? (
    <Word icon="waiting" tone="warm" word={t('token.waiting')} />
  ) : (
    <Word icon="check" tone="calm" word={t('token.closed')} />
  )
}
