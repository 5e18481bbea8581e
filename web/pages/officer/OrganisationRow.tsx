import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Icon, Row, When } from '../../ui/index.ts'
import { OrganisationStateWord } from '../work/OrganisationStateWord.tsx'
import type { KnownOrganisation } from './questions.ts'

export function OrganisationRow({ organisation }: { readonly organisation: KnownOrganisation }) {
  const { t } = useTranslation('work')
  const { name, kind, place, district, state, appliedAt } = organisation
  return (
    <Row
      lead={<Icon name="hospital" />}
      title={name}
      detail={`${t(`organisation.kind.${kind}`)}. ${place}, ${district}`}
      end={
        state === 'applied' ? (
          <small className="quiet">
            <When at={toInstant(appliedAt)} />
          </small>
        ) : (
          <OrganisationStateWord state={state} />
        )
      }
      href={`/officer/organisations/${organisation.organisation}`}
    />
  )
}
