import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addPasskeyEndpoint, passkeyOptionsEndpoint } from '#identity/model'
import { call } from '../../app/client.ts'
import { makePasskey } from '../../app/passkeys.ts'
import { refresh } from '../../app/queries.ts'
import { TextField, useUndo } from '../../ui/index.ts'
import { AskPassword } from './AskPassword.tsx'
import { useBrowserWords } from './browser-words.ts'

const LONGEST_NAME = 60

/** The browser asks for finger, face or PIN; the name is only to tell one's passkeys apart. */
export function AddPasskey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState(useBrowserWords(navigator.userAgent))
  const adding = useAddPasskey(onDone)
  return (
    <AskPassword
      action={t('passkeys.add')}
      busy={adding.isPending}
      error={adding.error}
      onPassword={(password) => adding.mutate({ password, name: name.trim() || t('passkeys.unnamed') })}
      onCancel={onDone}
    >
      <TextField
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        value={name}
        onValue={setName}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        optional
      />
    </AskPassword>
  )
}

function useAddPasskey(onDone: () => void) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const say = useUndo()
  return useMutation({
    mutationFn: async ({ password, name }: { readonly password: string; readonly name: string }) => {
      const { options } = await call(passkeyOptionsEndpoint, { body: { password } })
      await call(addPasskeyEndpoint, { body: { name, attestation: await makePasskey(options) } })
    },
    onSuccess: async () => {
      await refresh(queries, ['passkey', 'me'])
      say(t('passkeys.added'))
      onDone()
    },
  })
}
