import { useTranslation } from 'react-i18next'
import { removePasskeyEndpoint } from '#identity/model'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { useSend } from '../../app/queries.ts'
import { Confirm, useUndo } from '../../ui/index.ts'
import type { Passkey } from './questions.ts'

interface RemovePasskeyProps {
  readonly passkey: Passkey | undefined
  readonly onClose: () => void
}

/** Asked first: what the server forgets, no device brings back. */
export function RemovePasskey({ passkey, onClose }: RemovePasskeyProps) {
  const { t } = useTranslation('settings')
  const say = useUndo()
  const removing = useSend(removePasskeyEndpoint, ['me'])
  const remove = ({ passkey, name }: Passkey) => {
    onClose()
    removing.mutate({ params: { passkey } }, { onSuccess: () => say(t('passkeys.removed', { name })) })
  }
  return (
    <>
      {removing.error && <ProblemNotice error={removing.error} />}
      <Confirm
        open={passkey !== undefined}
        title={t('passkeys.removeTitle', { name: passkey?.name ?? '' })}
        action={t('passkeys.remove')}
        onConfirm={() => passkey && remove(passkey)}
        onClose={onClose}
      >
        <p>{t('passkeys.removeWords')}</p>
      </Confirm>
    </>
  )
}
