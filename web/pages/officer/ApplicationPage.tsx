import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { decideApplicationEndpoint } from '#identity/model'
import { useGo } from '../../app/go.ts'
import { useSend } from '../../app/queries.ts'
import { useWords } from '../../text/use-words.ts'
import { Columns, Day, Facts, PageHeader, Section, Stack, useUndo, When } from '../../ui/index.ts'
import { Decision, type Decided } from './Decision.tsx'
import { Gone } from './Gone.tsx'
import { HeldLicences } from './HeldLicences.tsx'
import { applicationsAnswer, type Application } from './questions.ts'
import { Scan } from './Scan.tsx'

/** What somebody claims of a licence, beside the scan of it. */
export function ApplicationPage() {
  const { application: id } = useParams({ from: '/staff/officer/applications/$application' })
  const { applications } = useSuspenseQuery(applicationsAnswer).data
  const application = applications.find((waiting) => waiting.application === id)
  return application ? <OpenApplication application={application} /> : <Gone />
}

function OpenApplication({ application }: { readonly application: Application }) {
  const { t } = useTranslation('officer')
  return (
    <>
      <PageHeader
        title={t('application.title', { name: application.name })}
        lead={t('application.lead')}
        back={{ href: '/officer', label: t('waiting.title') }}
      />
      <Columns>
        <Section title={t('application.claim')}>
          <Stack>
            <Claim application={application} />
            {application.licences.length > 0 && <HeldLicences licences={application.licences} />}
            <ApplicationDecision application={application} />
          </Stack>
        </Section>
        <Section title={t('application.scan')}>
          <Scan application={application.application} />
        </Section>
      </Columns>
    </>
  )
}

function Claim({ application }: { readonly application: Application }) {
  const { t } = useTranslation(['officer', 'work'])
  const { name, birthDate, council, number, system, qualification, registeredIn, validUntil, appliedAt } =
    application
  return (
    <Facts
      facts={[
        { label: t('claim.name'), value: <strong>{name}</strong> },
        { label: t('claim.born'), value: <Day written={birthDate} /> },
        { label: t('claim.council'), value: <strong>{council}</strong> },
        { label: t('claim.number'), value: <strong>{number}</strong> },
        { label: t('claim.system'), value: t(`work:system.${system}`) },
        { label: t('claim.qualification'), value: qualification },
        { label: t('claim.registeredIn'), value: registeredIn },
        { label: t('claim.validUntil'), value: <Day written={validUntil} /> },
        { label: t('claim.appliedAt'), value: <When at={toInstant(appliedAt)} /> },
      ]}
    />
  )
}

function ApplicationDecision({ application }: { readonly application: Application }) {
  const { t } = useTranslation('officer')
  const words = useWords()
  const go = useGo()
  const say = useUndo()
  const { name, validUntil } = application
  const deciding = useSend(decideApplicationEndpoint, ['licence'])
  const decide = (body: Decided) =>
    deciding.mutate(
      { params: { application: application.application }, body },
      {
        onSuccess() {
          say(t(`application.done.${body.decision}`, { name }))
          go('/officer')
        },
      },
    )
  return (
    <Decision
      approve={t('application.approve')}
      effect={t('application.effect', { name, day: words.day(validUntil) })}
      busy={deciding.isPending}
      error={deciding.error}
      onDecide={decide}
    />
  )
}
