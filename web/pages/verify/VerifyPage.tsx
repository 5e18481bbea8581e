import { useTranslation } from 'react-i18next'
import { Notice, PageHeader, Problem, ProofSteps, Stack } from '../../ui/index.ts'
import { useChecking, type Checking } from './checking.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Result } from './Result.tsx'
import { CLAIMS, stateOf } from './steps.ts'
import './verify.css'

const COMMAND = 'twinchart verify FILE'

/** Anybody checks an exported chart here, with the network off. */
export function VerifyPage() {
  const { t } = useTranslation('verify')
  const [checking, check] = useChecking()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="large">
        <ChooseFile again={checking.step !== 'nothing'} onFile={check} />
        <Told checking={checking} />
        <Notice title={t('self.title')}>
          <p>{t('self.words')}</p>
          <p>
            <code className="verify-command">{COMMAND}</code>
          </p>
        </Notice>
      </Stack>
    </>
  )
}

function Told({ checking }: { readonly checking: Checking }) {
  const { t } = useTranslation('verify')
  switch (checking.step) {
    case 'nothing':
      return null
    case 'checking':
      return <Waiting />
    case 'unreadable':
      return (
        <Problem
          happened={t('unreadable.happened', { name: checking.name })}
          safe={t('unreadable.safe')}
          todo={t('unreadable.todo')}
        />
      )
    case 'checked':
      return <Result key={checking.number} {...checking} />
  }
}

function Waiting() {
  const { t } = useTranslation('verify')
  return (
    <ProofSteps
      steps={CLAIMS.map((id) => ({ id, claim: t(`claim.${id}`), state: stateOf(id, undefined, 0) }))}
    />
  )
}
