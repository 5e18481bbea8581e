import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { uploadEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { useSayProblem } from '../../app/ProblemNotice.tsx'
import { refresh } from '../../app/queries.ts'
import type { SendFile } from '../../ui/index.ts'
import type { Paper } from './papers.ts'
import type { OfPatient } from './questions.ts'

/** Sends one paper as it is described now; one that is there already is recognised. */
export function useSendPaper({ organisation, patient: { person } }: OfPatient, paper: Paper): SendFile {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const say = useSayProblem()
  return async (file, onPart) => {
    try {
      const input = { params: { organisation, person }, body: paper, files: { file } }
      const { duplicate } = await call(uploadEndpoint, input, { onPart })
      await refresh(queries, ['staff'])
      return duplicate ? t('documents.duplicate') : undefined
    } catch (error) {
      const { happened, todo = '' } = say(error)
      throw new Error(`${happened} ${todo}`.trim(), { cause: error })
    }
  }
}
