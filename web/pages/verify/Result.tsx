import { useTranslation } from 'react-i18next'
import type { Report } from '#exchange/model'
import { Notice, Problem, ProofSteps, Section } from '../../ui/index.ts'
import { Consents } from './Consents.tsx'
import { Contents } from './Contents.tsx'
import { Findings } from './Findings.tsx'
import { CLAIMS, stateOf, useTold } from './steps.ts'
import { WorthFacts } from './WorthFacts.tsx'

interface ResultProps {
  readonly name: string
  readonly report: Report
}

/** What a file turned out to be: the three lines first, then what they rest on. */
export function Result({ name, report }: ResultProps) {
  const { t } = useTranslation('verify')
  if (report.findings.some(({ code }) => code === 'NOT_AN_EXPORT'))
    return <Problem happened={t('strange.happened', { name })} todo={t('strange.todo')} />
  return <Lines name={name} report={report} />
}

function Lines({ name, report }: ResultProps) {
  const { t } = useTranslation('verify')
  const told = useTold()
  const steps = CLAIMS.map((id) => {
    const state = stateOf(id, report, told)
    if (state === 'false') return { id, state, claim: t(`denied.${id}`) }
    return { id, state, claim: t(`claim.${id}`), detail: t(`means.${id}`) }
  })
  return (
    <div className="verify-result">
      <Section title={name}>
        <ProofSteps steps={steps} />
      </Section>
      {told === CLAIMS.length && <Details report={report} />}
    </div>
  )
}

function Details({ report }: { readonly report: Report }) {
  const { t } = useTranslation('verify')
  return (
    <>
      {!report.ok && (
        <Notice tone="danger" title={t('refused.title')}>
          <p>{t('refused.words')}</p>
        </Notice>
      )}
      <Findings findings={report.findings} />
      {report.worth && <WorthFacts worth={report.worth} />}
      <Consents report={report} />
      <Contents report={report} />
    </>
  )
}
