import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS } from '#records/model'
import { useMe } from '../../app/session.ts'
import { DateField, FileDrop, SelectField, Stack, TextField, toLocalDay, useNow } from '../../ui/index.ts'
import { useKept } from './kept.ts'
import { wrongDay } from './papers.ts'
import { pileOf } from './piles.ts'
import type { OfPatient } from './questions.ts'
import { useSendPaper } from './sending.ts'

const ACCEPTED = 'application/pdf,image/jpeg,image/png,image/heic,image/heif,text/plain'

/** Many papers at once: what is said of them above counts for those chosen next. */
export function AddDocuments(of: OfPatient) {
  const { t } = useTranslation(['desk', 'ui'])
  const paper = usePaper(of)
  const { values, field } = paper
  const send = useSendPaper(of, { ...values, kind: kindOf(values.kind) })
  const wrong = wrongDay(values.careDay, toLocalDay(useNow()))
  return (
    <Stack>
      <p className="quiet">{t('documents.lead')}</p>
      <SelectField
        {...field('kind')}
        label={t('documents.kind')}
        options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`ui:kind.${value}`) }))}
      />
      <DateField
        label={t('documents.careDay')}
        hint={t('documents.careDayHint')}
        defaultValue={values.careDay}
        message={wrong === 'ahead' ? t('documents.ahead') : undefined}
        onValue={(day) => paper.set('careDay', day ?? '')}
      />
      <TextField {...field('where')} label={t('documents.where')} maxLength={120} />
      <TextField {...field('department')} label={t('documents.department')} maxLength={80} optional />
      <TextField
        {...field('title')}
        label={t('documents.name')}
        hint={t('documents.nameHint')}
        maxLength={120}
        optional
      />
      <FileDrop
        send={send}
        accept={ACCEPTED}
        kept={pileOf(of).uploads}
        reason={wrong && t(wrong === 'missing' ? 'documents.dayFirst' : 'documents.ahead')}
      />
    </Stack>
  )
}

function usePaper({ organisation, patient }: OfPatient) {
  const house = useMe()?.memberships.find((membership) => membership.organisation === organisation)
  const kept = useKept(`papers.${patient.person}`, {
    kind: 'document',
    careDay: '',
    where: house?.name ?? '',
    department: '',
    title: '',
  })
  const field = (name: 'kind' | 'where' | 'department' | 'title') => ({
    name,
    value: kept.values[name],
    onValue: (value: string) => kept.set(name, value),
  })
  return { ...kept, field }
}

function kindOf(value: string) {
  return DOCUMENT_KINDS.find((kind) => kind === value) ?? 'document'
}
