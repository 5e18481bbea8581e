import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removeContactEndpoint, type Channel, type Me } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, Row, RowList, Section, Stack, useUndo } from '../../ui/index.ts'
import { ChangeContact } from './ChangeContact.tsx'

type Contacts = Me['contacts']

/** Where codes and news go. A new one counts once its code was given; the one before is told. */
export function Contacts({ contacts }: { readonly contacts: Contacts }) {
  const { t } = useTranslation('settings')
  const [changing, setChanging] = useState(false)
  return (
    <Section title={t('contact.title')} note={t('contact.note')}>
      <Stack>
        <RowList label={t('contact.title')}>
          {contacts.map(({ channel, address }) => (
            <Row
              key={channel}
              title={address}
              detail={t(`contact.${channel}`)}
              end={contacts.length > 1 && <Remove channel={channel} address={address} />}
            />
          ))}
        </RowList>
        {changing ? (
          <ChangeContact onDone={() => setChanging(false)} />
        ) : (
          <Button icon="edit" onPress={() => setChanging(true)}>
            {t('contact.change')}
          </Button>
        )}
      </Stack>
    </Section>
  )
}

function Remove({ channel, address }: { readonly channel: Channel; readonly address: string }) {
  const { t } = useTranslation(['settings', 'common'])
  const say = useUndo()
  const removing = useSend(removeContactEndpoint)
  const remove = () =>
    removing.mutate({ params: { channel } }, { onSuccess: () => say(t('contact.removed', { address })) })
  return (
    <>
      <Button kind="quiet" small icon="remove" busy={removing.isPending} onPress={remove}>
        {t('common:remove')}
      </Button>
      {removing.error && <ProblemNotice error={removing.error} />}
    </>
  )
}
