import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { passkeySignInEndpoint, passkeySignInOptionsEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { askPasskey, knowsPasskeys } from '../../app/passkeys.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, Stack } from '../../ui/index.ts'

export function PasskeySignIn({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account')
  const signing = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone })
  return (
    <Stack>
      <Button
        icon="key"
        onPress={() => signing.mutate()}
        busy={signing.isPending}
        reason={knowsPasskeys ? undefined : t('passkey.unknown')}
      >
        {t('passkey.signIn')}
      </Button>
      {signing.error && <ProblemNotice error={signing.error} />}
    </Stack>
  )
}

async function signInByPasskey(): Promise<void> {
  const { options } = await call(passkeySignInOptionsEndpoint, {})
  await call(passkeySignInEndpoint, { body: { assertion: await askPasskey(options) } })
}
