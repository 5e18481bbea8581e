import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmRegistrationEndpoint } from '#identity/model'
import { useGo } from '../../app/go.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, CodeInput, Section, Stack, useUndo } from '../../ui/index.ts'
import { deskHref } from './address.ts'
import type { Patient } from './questions.ts'
import { useFocusInside } from './focus.ts'

interface CodeFromPatientProps {
  readonly organisation: string
  readonly request: string
  readonly onFound: (patient: Patient) => void
}

/** Registers whoever tells the code that went to them. Whether the number is anybody's, nobody here learns before. */
export function CodeFromPatient({ organisation, request, onFound }: CodeFromPatientProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [code, setCode] = useState('')
  const go = useGo()
  const { confirming, confirm } = useConfirming(organisation, request, onFound)
  const box = useFocusInside()
  return (
    <div ref={box}>
      <Section title={t('register.title')} note={t('register.sent')}>
        <Stack>
          {confirming.error && <ProblemNotice error={confirming.error} />}
          <CodeInput
            label={t('register.code')}
            value={code}
            onValue={setCode}
            onComplete={(told) => confirm(told, () => setCode(''))}
          />
          <p className="quiet">{t('register.means')}</p>
          <Button kind="quiet" busy={confirming.isPending} onPress={() => go(deskHref(organisation))}>
            {t('common:cancel')}
          </Button>
        </Stack>
      </Section>
    </div>
  )
}

function useConfirming(organisation: string, request: string, onFound: CodeFromPatientProps['onFound']) {
  const { t } = useTranslation('desk')
  const go = useGo()
  const say = useUndo()
  const confirming = useSend(confirmRegistrationEndpoint, ['queue'])
  const confirm = (code: string, onRefused: () => void) =>
    confirming.mutate(
      { params: { organisation }, body: { request, code } },
      {
        onError: onRefused,
        onSuccess({ patient, token }) {
          onFound(patient)
          say(t('register.done', { name: patient.name, number: token.number }))
          go(deskHref(organisation, { person: patient.person }))
        },
      },
    )
  return { confirming, confirm }
}
