import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import type { myLicencesEndpoint } from '#identity/model'
import type { Answer } from '../../app/client.ts'
import { Row, When, Word, type IconName } from '../../ui/index.ts'

type Application = Answer<typeof myLicencesEndpoint>['applications'][number]

const LOOKS = {
  draft: ['edit', 'warm'],
  waiting: ['requested', 'warm'],
  approved: ['granted', 'good'],
  refused: ['denied', 'strong'],
} as const satisfies Readonly<Record<Application['state'], readonly [IconName, string]>>

/** An application and what became of it, with the officer's reason. */
export function ApplicationRow({ council, number, system, state, appliedAt, reason }: Application) {
  const { t } = useTranslation(['apply', 'work'])
  const [icon, tone] = LOOKS[state]
  return (
    <Row
      title={`${council}, ${number}`}
      detail={
        <>
          {t(`work:system.${system}`)}, <When at={toInstant(appliedAt)} />
          {reason !== null && <p>{t('practise.reason', { reason })}</p>}
        </>
      }
      end={<Word icon={icon} tone={tone} word={t(`practise.state.${state}`)} />}
    />
  )
}
