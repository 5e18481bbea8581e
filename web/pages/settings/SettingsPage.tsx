import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { PageHeader, Section } from '../../ui/index.ts'
import { WorkLinks } from '../apply/WorkLinks.tsx'
import { LookPickers } from '../frame/LanguageButton.tsx'
import { Contacts } from './Contacts.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Password } from './Password.tsx'
import { Photo } from './Photo.tsx'
import { SecondStep } from './SecondStep.tsx'
import { Sessions } from './Sessions.tsx'
import './settings.css'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  const me = useMe()
  if (!me) return null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={t('look.title')} note={t('look.note')}>
        <LookPickers />
      </Section>
      <Photo me={me} />
      <Contacts contacts={me.contacts} />
      <Password />
      <SecondStep on={me.hasSecondFactor} />
      <Passkeys />
      <Sessions />
      <WorkLinks />
    </>
  )
}
