import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField, Stack, TextField, Tick } from '../../ui/index.ts'

interface BirthFieldProps {
  readonly label: string
  readonly message: string | undefined
  readonly onValue: (value: string) => void
}

/** A day, or for the many who do not know it, a year. */
export function BirthField({ label, message, onValue }: BirthFieldProps) {
  const { t } = useTranslation('account')
  const [yearOnly, setYearOnly] = useState(false)
  const change = (only: boolean) => {
    setYearOnly(only)
    onValue('')
  }
  return (
    <Stack gap="small">
      {yearOnly ? (
        <TextField
          label={t('signUp.birthYear')}
          hint={t('signUp.birthYearHint')}
          message={message}
          inputMode="numeric"
          autoComplete="bday-year"
          maxLength={4}
          short
          onValue={onValue}
        />
      ) : (
        <DateField label={label} message={message} birthday onValue={(day) => onValue(day ?? '')} />
      )}
      <Tick label={t('signUp.yearOnly')} checked={yearOnly} onChecked={change} />
    </Stack>
  )
}
