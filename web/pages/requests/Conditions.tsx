import { useTranslation } from 'react-i18next'
import { MINUTE } from '#kernel'
import { useWords } from '../../text/use-words.ts'
import { SelectField, Stack, Tick } from '../../ui/index.ts'
import { lengthsUpTo } from './choice.ts'

interface ConditionsProps {
  readonly asked: number
  readonly minutes: number
  readonly setMinutes: (minutes: number) => void
  readonly later: boolean
  readonly setLater: (later: boolean) => void
}

/** For how long, and whether what joins the chart meanwhile is meant too. */
export function Conditions({ asked, minutes, setMinutes, later, setLater }: ConditionsProps) {
  const { t } = useTranslation('requests')
  const words = useWords()
  const label = (length: number) =>
    length === asked
      ? t('sheet.asAsked', { length: words.length(length * MINUTE) })
      : words.length(length * MINUTE)
  return (
    <Stack>
      <SelectField
        label={t('sheet.howLong')}
        options={lengthsUpTo(asked).map((length) => ({ value: String(length), label: label(length) }))}
        value={String(minutes)}
        onValue={(value) => setMinutes(Number(value))}
      />
      <Tick label={t('sheet.later')} detail={t('sheet.laterWords')} checked={later} onChecked={setLater} />
    </Stack>
  )
}
