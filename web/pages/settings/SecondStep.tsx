import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endSecondFactorEndpoint, newBackupCodesEndpoint } from '#identity/model'
import { useSend } from '../../app/queries.ts'
import { Button, ButtonRow, Section, Stack, useUndo, Word } from '../../ui/index.ts'
import { AskPassword } from './AskPassword.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { TurnOn } from './TurnOn.tsx'

type Doing =
  | { readonly step: 'nothing' }
  | { readonly step: 'turning-on' }
  | { readonly step: 'turning-off' }
  | { readonly step: 'asking-codes' }
  | { readonly step: 'codes'; readonly codes: readonly string[] }

const NOTHING: Doing = { step: 'nothing' }

/** A code of an authenticator app beside the password. Codes that are shown stay until they are said to be kept. */
export function SecondStep({ on }: { readonly on: boolean }) {
  const { t } = useTranslation('settings')
  const [doing, setDoing] = useState<Doing>(NOTHING)
  return (
    <Section
      title={t('second.title')}
      note={t('second.note')}
      action={<Word icon={on ? 'locked' : 'open'} tone={on ? 'good' : 'calm'} word={t(on ? 'on' : 'off')} />}
    >
      <Step on={on} doing={doing} onDoing={setDoing} />
    </Section>
  )
}

interface StepProps {
  readonly on: boolean
  readonly doing: Doing
  readonly onDoing: (doing: Doing) => void
}

function Step({ on, doing, onDoing }: StepProps) {
  const stop = () => onDoing(NOTHING)
  const show = (codes: readonly string[]) => onDoing({ step: 'codes', codes })
  switch (doing.step) {
    case 'nothing':
      return <Offered on={on} onDoing={onDoing} />
    case 'turning-on':
      return <TurnOn onDone={show} onCancel={stop} />
    case 'turning-off':
      return <TurnOff onEnd={stop} />
    case 'asking-codes':
      return <NewCodes onCodes={show} onCancel={stop} />
    case 'codes':
      return <BackupCodes codes={doing.codes} onKept={stop} />
  }
}

function Offered({ on, onDoing }: Omit<StepProps, 'doing'>) {
  const { t } = useTranslation('settings')
  if (!on)
    return (
      <Button icon="locked" onPress={() => onDoing({ step: 'turning-on' })}>
        {t('second.turnOn')}
      </Button>
    )
  return (
    <ButtonRow>
      <Button icon="refresh" onPress={() => onDoing({ step: 'asking-codes' })}>
        {t('second.newCodes')}
      </Button>
      <Button kind="quiet" onPress={() => onDoing({ step: 'turning-off' })}>
        {t('second.turnOff')}
      </Button>
    </ButtonRow>
  )
}

function TurnOff({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTranslation('settings')
  const say = useUndo()
  const ending = useSend(endSecondFactorEndpoint, ['me'])
  const done = () => {
    say(t('second.isOff'))
    onEnd()
  }
  return (
    <Stack>
      <p>{t('second.offMeans')}</p>
      <AskPassword
        action={t('second.turnOff')}
        busy={ending.isPending}
        error={ending.error}
        onPassword={(password) => ending.mutate({ body: { password } }, { onSuccess: done })}
        onCancel={onEnd}
      />
    </Stack>
  )
}

interface NewCodesProps {
  readonly onCodes: (codes: readonly string[]) => void
  readonly onCancel: () => void
}

function NewCodes({ onCodes, onCancel }: NewCodesProps) {
  const { t } = useTranslation('settings')
  const making = useSend(newBackupCodesEndpoint)
  const make = (password: string) =>
    making.mutate({ body: { password } }, { onSuccess: ({ backupCodes }) => onCodes(backupCodes) })
  return (
    <AskPassword
      action={t('second.newCodes')}
      busy={making.isPending}
      error={making.error}
      onPassword={make}
      onCancel={onCancel}
    />
  )
}
