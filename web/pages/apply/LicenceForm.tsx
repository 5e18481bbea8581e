import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addScanEndpoint, applyEndpoint, SYSTEMS, type LicenceClaim } from '#identity/model'
import { call } from '../../app/client.ts'
import { Form } from '../../app/Form.tsx'
import { useForm } from '../../app/form.ts'
import { refresh } from '../../app/queries.ts'
import { ChoiceField, DateField, TextField, useUndo } from '../../ui/index.ts'
import { LICENCE_FIELDS, NO_LICENCE, toClaim, wrongIn, type LicenceField } from './licence.ts'
import { ScanField } from './ScanField.tsx'

const TEXTS = LICENCE_FIELDS.filter((field) => field !== 'system' && field !== 'validUntil')

/** The claim and its scan in one go. Where the scan does not arrive, the claim waits for it as a draft. */
export function LicenceForm() {
  const { t } = useTranslation(['apply', 'work'])
  const [scan, setScan] = useState<File>()
  const [tried, setTried] = useState(false)
  const sending = useApplying()
  const form = useForm<LicenceField>({
    start: NO_LICENCE,
    check: (values) => wrongIn(values, (field) => t(`practise.wrong.${field}`)),
    send: (values) => {
      const claim = toClaim(values)
      if (claim && scan) sending.mutate({ claim, scan })
    },
  })
  return (
    <Form
      onSubmit={(event) => {
        setTried(true)
        form.submit(event)
      }}
      action={t('practise.send')}
      busy={sending.isPending}
      error={sending.error}
    >
      <ChoiceField
        label={t('practise.field.system')}
        message={form.messageFor('system')}
        options={SYSTEMS.map((system) => ({ value: system, label: t(`work:system.${system}`) }))}
        value={SYSTEMS.find((system) => system === form.values.system)}
        onValue={(system) => form.set('system', system)}
      />
      {TEXTS.map((name) => (
        <TextField key={name} {...form.field(name)} label={t(`practise.field.${name}`)} />
      ))}
      <DateField
        label={t('practise.field.validUntil')}
        message={form.messageFor('validUntil')}
        onValue={(day) => form.set('validUntil', day ?? '')}
      />
      <ScanField
        file={scan}
        message={tried && !scan ? t('practise.wrong.scan') : undefined}
        onFile={setScan}
      />
    </Form>
  )
}

function useApplying() {
  const { t } = useTranslation('apply')
  const queries = useQueryClient()
  const say = useUndo()
  return useMutation({
    mutationFn: async ({ claim, scan }: { readonly claim: LicenceClaim; readonly scan: File }) => {
      const { application } = await call(applyEndpoint, { body: claim })
      await call(addScanEndpoint, { params: { application }, body: scan })
    },
    onSuccess: () => say(t('practise.sent')),
    onSettled: () => refresh(queries, ['licence', 'me']),
  })
}
