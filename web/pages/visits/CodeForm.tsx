import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterCodeEndpoint } from '#consent/model'
import { useGo } from '../../app/go.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Button, CodeInput, Stack } from '../../ui/index.ts'

interface CodeFormProps {
  readonly request: string
  readonly onCancel: () => void
}

/** The patient reads a code from a message aloud, in the room. It opens nothing sensitive. */
export function CodeForm({ request, onCancel }: CodeFormProps) {
  const { t } = useTranslation(['visits', 'common'])
  const [code, setCode] = useState('')
  const go = useGo()
  const form = useFocusedInput()
  const entering = useSend(enterCodeEndpoint, ['visit'])
  const enter = (told: string) =>
    entering.mutate(
      { params: { request }, body: { code: told } },
      { onSuccess: ({ consent }) => go(`/visits/${consent}`), onError: () => setCode('') },
    )
  return (
    <div ref={form}>
      <Stack>
        {entering.error && <ProblemNotice error={entering.error} />}
        <CodeInput
          label={t('code.label')}
          hint={t('code.hint')}
          value={code}
          onValue={setCode}
          onComplete={enter}
        />
        <Button kind="quiet" small busy={entering.isPending} onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </Stack>
    </div>
  )
}

/** The patient is about to tell the code: the next key is its first digit. */
function useFocusedInput() {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return form
}
