import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useGo } from '../../app/go.ts'
import {
  EmptyState,
  Icon,
  PageHeader,
  QrScanner,
  Row,
  RowList,
  Section,
  TextField,
  useUndo,
  When,
} from '../../ui/index.ts'
import { registrationsAnswer } from '../home/questions.ts'
import { counterCodeIn } from './code.ts'
import './register.css'

/** The counters where I am registered, and the way to the next. */
export function Places() {
  const { t } = useTranslation('register')
  return (
    <div className="register">
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/', label: t('back') }} />
      <ScanCounter />
      <Registered />
    </div>
  )
}

function ScanCounter() {
  const { t } = useTranslation('register')
  const go = useGo()
  const say = useUndo()
  const open = (code: string | undefined) =>
    code === undefined ? say(t('notACounter')) : go(`/register/${code}`)
  const form = useForm({
    start: { code: '' },
    check: ({ code }) => ({ code: counterCodeIn(code) === undefined ? t('codeWrong') : undefined }),
    send: ({ code }) => open(counterCodeIn(code)),
  })
  return (
    <Section title={t('scan')} note={t('scanNote')}>
      <QrScanner onCode={(text) => open(counterCodeIn(text))}>
        <Form onSubmit={form.submit} action={t('next')}>
          <TextField {...form.field('code')} label={t('code')} hint={t('codeHint')} autoComplete="off" />
        </Form>
      </QrScanner>
    </Section>
  )
}

function Registered() {
  const { t } = useTranslation(['register', 'work'])
  const { data } = useSuspenseQuery(registrationsAnswer)
  return (
    <Section title={t('places')}>
      {data.registrations.length === 0 ? (
        <EmptyState icon="hospital" title={t('none')}>
          <p>{t('noneWords')}</p>
        </EmptyState>
      ) : (
        <RowList label={t('places')}>
          {data.registrations.map(({ organisation, name, kind, place, since, token }) => (
            <Row
              key={organisation}
              lead={<Icon name="hospital" />}
              title={name}
              detail={
                <>
                  {t(`work:organisation.kind.${kind}`)}, {place}. {t('since')}{' '}
                  <When at={toInstant(since)} dayOnly />
                </>
              }
              end={
                token?.state === 'waiting' && (
                  <span className="register-number">
                    <small>{t('token.label')}</small> {token.number}
                  </span>
                )
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  )
}
