import { useTranslation } from 'react-i18next'
import { readStatusEndpoint } from '#records/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
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
  const telling = useSend(readStatusEndpoint)
  const params = { organisation, person: patient.person, entry }
  const tell = (sensitive: boolean) =>
    telling.mutate(
      { params, body: { sensitive } },
      {
        onSuccess() {
          say(t('read.done'))
          onDone()
        },
      },
    )
  return (
    <Stack gap="small">
      <p>
        <strong>{t('read.question')}</strong>
      </p>
      <p className="quiet">{t('read.examples')}</p>
      {telling.error && <ProblemNotice error={telling.error} />}
      <ButtonRow equal>
        <Button busy={telling.isPending} onPress={() => tell(true)}>
          {t('read.yes')}
        </Button>
        <Button busy={telling.isPending} onPress={() => tell(false)}>
          {t('read.no')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('common:cancel')}
        </Button>
      </ButtonRow>
    </Stack>
  )
}
