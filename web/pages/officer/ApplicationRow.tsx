import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Icon, Row, When } from '../../ui/index.ts'
import type { Application } from './questions.ts'

export function ApplicationRow({ application }: { readonly application: Application }) {
  const { t } = useTranslation(['officer', 'work'])
  const { name, qualification, council, number, system, appliedAt } = application
  return (
    <Row
      lead={<Icon name="licence" />}
      title={name}
      detail={`${t(`work:system.${system}`)}, ${qualification}. ${council}, ${number}`}
      end={
        <small className="quiet">
          <When at={toInstant(appliedAt)} />
        </small>
      }
      href={`/officer/applications/${application.application}`}
    />
  )
}
