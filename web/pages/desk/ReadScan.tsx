import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readStatusEndpoint } from '#records/model'
import { call } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { refresh } from '../../app/queries.ts'
import { Button, ButtonRow, Stack, useUndo } from '../../ui/index.ts'
import type { OfEntry } from './OpenedEntry.tsx'

/** A scan without text counts as sensitive until a person who read it says otherwise. */
export function ReadScan({
  organisation,
  patient,
  entry,
  onDone,
}: OfEntry & { readonly onDone: () => void }) {
  const { t } = useTranslation(['desk', 'common'])
  const say = useUndo()
  const queries = useQueryClient()
  const params = { organisation, person: patient.person, entry }
  const telling = useMutation({
    mutationFn: (sensitive: boolean) => call(readStatusEndpoint, { params, body: { sensitive } }),
    // Said before the list is read again, which shows the later version in the place of this one.
    async onSuccess() {
      say(t('read.done'))
      onDone()
      await refresh(queries, ['staff'])
    },
  })
  return (
    <Stack gap="small">
      <p>
        <strong>{t('read.question')}</strong>
      </p>
      <p className="quiet">{t('read.examples')}</p>
      {telling.error && <ProblemNotice error={telling.error} />}
      <ButtonRow equal>
        <Button busy={telling.isPending} onPress={() => telling.mutate(true)}>
          {t('read.yes')}
        </Button>
        <Button busy={telling.isPending} onPress={() => telling.mutate(false)}>
          {t('read.no')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
