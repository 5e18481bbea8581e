import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDocumentEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { useSayProblem } from '../../app/ProblemNotice.tsx'
import { refresh } from '../../app/queries.ts'
import type { Input } from '../../app/request.ts'
import {
  DateField,
  FileDrop,
  SelectField,
  Stack,
  TextField,
  toLocalDay,
  useNow,
  type SendFile,
} from '../../ui/index.ts'

type Paper = Input<typeof addDocumentEndpoint>['body']

const KINDS = ['document', 'result', 'imaging', 'visit'] as const
const ACCEPTED = 'application/pdf,image/jpeg,image/png,image/heic,image/heif,text/plain'

/** Many at once; what is said above counts for those chosen next. */
export function AddPapers() {
  const { t } = useTranslation('chart')
  const today = toLocalDay(useNow())
  const [paper, setPaper] = useState<Paper>({ kind: 'document', careDay: today, where: '', title: '' })
  const set = (change: Partial<Paper>) => setPaper((before) => ({ ...before, ...change }))
  const send = useSendPaper(paper)
  const isAhead = paper.careDay > today
  return (
    <Stack>
      <SelectField
        label={t('add.kind')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`add.kinds.${kind}`) }))}
        value={paper.kind}
        onValue={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? 'document' })}
      />
      <DateField
        label={t('add.careDay')}
        hint={t('add.careDayHint')}
        defaultValue={paper.careDay}
        message={isAhead ? t('add.ahead') : undefined}
        onValue={(careDay) => set({ careDay: careDay ?? '' })}
      />
      <TextField
        label={t('add.where')}
        hint={t('add.whereHint')}
        maxLength={120}
        optional
        value={paper.where}
        onValue={(where) => set({ where })}
      />
      <FileDrop
        send={send}
        accept={ACCEPTED}
        reason={paper.careDay === '' ? t('add.dayFirst') : isAhead ? t('add.ahead') : undefined}
      />
    </Stack>
  )
}

function useSendPaper(paper: Paper): SendFile {
  const { t } = useTranslation('chart')
  const queries = useQueryClient()
  const say = useSayProblem()
  return async (file, onPart) => {
    try {
      const { duplicate } = await call(addDocumentEndpoint, { body: paper, files: { file } }, { onPart })
      await refresh(queries, ['chart'])
      return duplicate ? t('add.duplicate') : undefined
    } catch (error) {
      const { happened, todo = '' } = say(error)
      throw new Error(`${happened} ${todo}`.trim(), { cause: error })
    }
  }
}
