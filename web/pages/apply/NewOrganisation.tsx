import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { registerOrganisationEndpoint } from '#identity/model'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { useSend } from '../../app/queries.ts'
import { ChoiceField, PageHeader, Row, RowList, Section, Stack, TextField } from '../../ui/index.ts'
import { OrganisationStateWord } from '../work/OrganisationStateWord.tsx'
import { CLAIMABLE, NOTHING_CLAIMED, toClaim, wrongIn, type ClaimField } from './organisation.ts'
import { organisationsAnswer } from './questions.ts'
import './apply.css'

/** A hospital, clinic, laboratory or pharmacy asks to join; who applies becomes its administrator. */
export function NewOrganisation() {
  const { t } = useTranslation('apply')
  const [isSent, setSent] = useState(false)
  if (isSent) return <Sent />
  return (
    <div className="apply">
      <PageHeader
        title={t('organisation.title')}
        lead={t('organisation.lead')}
        back={{ href: '/', label: t('back') }}
      />
      <Applied />
      <Section title={t('organisation.form')}>
        <OrganisationForm onSent={() => setSent(true)} />
      </Section>
    </div>
  )
}

/** In the place of the form, so that nobody looks for the answer above or below it. */
function Sent() {
  const { t } = useTranslation('apply')
  return (
    <div className="apply">
      <PageHeader
        title={t('organisation.sent')}
        lead={t('organisation.sentLead')}
        back={{ href: '/', label: t('back') }}
        takesFocus
      />
      <Applied />
    </div>
  )
}

/** What became of what I applied for. */
function Applied() {
  const { t } = useTranslation(['apply', 'work'])
  const { organisations } = useSuspenseQuery(organisationsAnswer).data
  if (organisations.length === 0) return null
  return (
    <Section title={t('organisation.mine')}>
      <RowList label={t('organisation.mine')}>
        {organisations.map(({ organisation, name, place, kind, state, reason }) => (
          <Row
            key={organisation}
            title={name}
            detail={
              <>
                {t(`work:organisation.kind.${kind}`)}, {place}
                {reason !== null && <p>{t('work:organisation.reason', { reason })}</p>}
              </>
            }
            end={<OrganisationStateWord state={state} />}
            {...(state === 'active' && { href: `/organisation/${organisation}` })}
          />
        ))}
      </RowList>
    </Section>
  )
}

const TEXTS = ['name', 'registration', 'address', 'place', 'district', 'state'] as const

function OrganisationForm({ onSent }: { readonly onSent: () => void }) {
  const { t } = useTranslation(['apply', 'work'])
  const sending = useSend(registerOrganisationEndpoint, ['me'])
  const form = useForm<ClaimField>({
    start: NOTHING_CLAIMED,
    check: (values) => wrongIn(values, (field) => t(`organisation.wrong.${field}`)),
    send: (values) => {
      const claim = toClaim(values)
      if (claim) sending.mutate({ body: claim }, { onSuccess: onSent })
    },
  })
  return (
    <Form
      onSubmit={form.submit}
      action={t('organisation.send')}
      busy={sending.isPending}
      error={sending.error}
    >
      <ChoiceField
        label={t('organisation.kind')}
        message={form.messageFor('kind')}
        options={CLAIMABLE.map((kind) => ({ value: kind, label: t(`work:organisation.kind.${kind}`) }))}
        value={CLAIMABLE.find((kind) => kind === form.values.kind)}
        onValue={(kind) => form.set('kind', kind)}
      />
      <Stack>
        {TEXTS.map((name) => (
          <TextField key={name} {...form.field(name)} label={t(`organisation.field.${name}`)} />
        ))}
      </Stack>
      <TextField
        {...form.field('pin')}
        label={t('organisation.field.pin')}
        inputMode="numeric"
        maxLength={6}
        autoComplete="postal-code"
        short
      />
      <TextField
        {...form.field('phone')}
        label={t('organisation.field.phone')}
        type="tel"
        autoComplete="tel"
        short
      />
    </Form>
  )
}
