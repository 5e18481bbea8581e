import { useTranslation } from 'react-i18next'
import { Icon, Row, RowList, Section, type IconName } from '../../ui/index.ts'

const LINKS = [
  { name: 'invitations', icon: 'bell', href: '/invitations' },
  { name: 'practise', icon: 'licence', href: '/practise' },
  { name: 'organisation', icon: 'hospital', href: '/organisations/new' },
] as const satisfies readonly { readonly name: string; readonly icon: IconName; readonly href: string }[]

/** For those who work in health care: the way from an account to a role. */
export function WorkLinks() {
  const { t } = useTranslation('apply')
  return (
    <Section title={t('work.title')} note={t('work.note')}>
      <RowList label={t('work.title')}>
        {LINKS.map(({ name, icon, href }) => (
          <Row
            key={name}
            lead={<Icon name={icon} />}
            title={t(`work.${name}`)}
            detail={t(`work.${name}Words`)}
            href={href}
          />
        ))}
      </RowList>
    </Section>
  )
}
