import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../app/Form.tsx'
import { useGo } from '../../app/go.ts'
import { Button, DateField, PersonBadge, TextField } from '../../ui/index.ts'
import { deskHref } from './address.ts'
import { useFocusInside } from './focus.ts'
import { askedFor, isSame } from './identity.ts'
import { photoOf } from './photo.ts'
import type { OfPatient } from './questions.ts'

interface ConfirmIdentityProps extends OfPatient {
  readonly onConfirmed: () => void
}

/**
 * Two things that the patient says, not the clerk: the name, which stands here to compare, and the date of birth, which does
 * not (WHO Collaborating Centre for Patient Safety, Patient Identification, 2007: at least two identifiers).
 */
export function ConfirmIdentity({ organisation, patient, onConfirmed }: ConfirmIdentityProps) {
  const { t } = useTranslation(['desk', 'common'])
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const go = useGo()
  const box = useFocusInside()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSame(patient.birthDate, said)) onConfirmed()
    else setTried(true)
  }
  const change = (next: string) => {
    setSaid(next)
    setTried(false)
  }
  return (
    <section className="desk-confirm" aria-label={t('confirm.title')} ref={box}>
      <h2>{t('confirm.title')}</h2>
      <ol className="desk-steps">
        <li>
          <p>{t('confirm.name')}</p>
          <PersonBadge name={patient.name} size="large" photo={photoOf(organisation, patient)} />
        </li>
        <li>
          <Form
            onSubmit={submit}
            action={t('confirm.yes')}
            beside={<Button onPress={() => go(deskHref(organisation))}>{t('confirm.no')}</Button>}
          >
            <BirthField {...{ patient, message: tried ? t('confirm.differs') : undefined }} onSaid={change} />
          </Form>
        </li>
      </ol>
    </section>
  )
}

interface BirthFieldProps extends Pick<OfPatient, 'patient'> {
  readonly message: string | undefined
  readonly onSaid: (said: string) => void
}

function BirthField({ patient, message, onSaid }: BirthFieldProps) {
  const { t } = useTranslation(['desk', 'ui'])
  if (askedFor(patient.birthDate) === 'day')
    return (
      <DateField
        label={t('confirm.day')}
        hint={t('ui:field.birthdayExample')}
        message={message}
        onValue={(day) => onSaid(day ?? '')}
      />
    )
  return (
    <TextField
      label={t('confirm.year')}
      message={message}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      short
      onValue={onSaid}
    />
  )
}
