import { useTranslation } from 'react-i18next'
import { removePhotoEndpoint, setPhotoEndpoint, type Me } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { unbroken } from '../../text/numbers.ts'
import { Button, ButtonRow, Day, FileButton, PersonBadge, Section, Stack, useUndo } from '../../ui/index.ts'
import { usePhoto } from '../frame/photo.ts'

/** A face beside the name, so that nobody is taken for somebody else. */
export function Photo({ me }: { readonly me: Me }) {
  const { t } = useTranslation('settings')
  const photo = usePhoto(me)
  return (
    <Section title={t('photo.title')} note={t('photo.note')}>
      <Stack>
        <PersonBadge name={me.name} sex={me.sex} photo={photo} size="large">
          <Day written={me.birthDate} />, {unbroken(t('photo.healthId', { number: me.healthId }))}
        </PersonBadge>
        <PhotoActions hasPhoto={me.hasPhoto} />
      </Stack>
    </Section>
  )
}

function PhotoActions({ hasPhoto }: { readonly hasPhoto: boolean }) {
  const { t } = useTranslation('settings')
  const say = useUndo()
  const setting = useSend(setPhotoEndpoint)
  const removing = useSend(removePhotoEndpoint)
  const keep = (file: File) => setting.mutate({ body: file }, { onSuccess: () => say(t('photo.kept')) })
  const remove = () => removing.mutate({}, { onSuccess: () => say(t('photo.removed')) })
  const error = setting.error ?? removing.error
  return (
    <>
      <ButtonRow>
        <FileButton
          icon="camera"
          label={t(hasPhoto ? 'photo.change' : 'photo.add')}
          busy={setting.isPending}
          accept={setPhotoEndpoint.media?.join(',')}
          onFiles={([file]) => file && keep(file)}
        />
        {hasPhoto && (
          <Button kind="quiet" icon="remove" busy={removing.isPending} onPress={remove}>
            {t('photo.remove')}
          </Button>
        )}
      </ButtonRow>
      {error && <ProblemNotice error={error} />}
    </>
  )
}
