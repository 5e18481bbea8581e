import { useTranslation } from 'react-i18next'
import type { Me } from '#identity/model'
import { Icon, Row, RowList, Section, type IconName } from '../../ui/index.ts'

const STEPS = [
  { name: 'scan', icon: 'qr', href: '/register' },
  { name: 'papers', icon: 'camera', href: '/chart/add' },
  { name: 'photo', icon: 'person', href: '/settings' },
  { name: 'protect', icon: 'locked', href: '/settings' },
] as const satisfies readonly { readonly name: string; readonly icon: IconName; readonly href: string }[]

/** For newcomers: why there is nothing yet, and what to do. */
export function FirstSteps({ me }: { readonly me: Me }) {
  const { t } = useTranslation('home')
  const done = {
    scan: false,
    papers: false,
    photo: me.hasPhoto,
    protect: me.hasSecondFactor || me.passkeys > 0,
  }
  return (
    <Section title={t('first.title')} note={t('first.lead')}>
      <RowList label={t('first.title')}>
        {STEPS.filter(({ name }) => !done[name]).map(({ name, icon, href }) => (
          <Row
            key={name}
            lead={<Icon name={icon} />}
            title={t(`first.${name}`)}
            detail={t(`first.${name}Words`)}
            href={href}
          />
        ))}
      </RowList>
    </Section>
  )
}
