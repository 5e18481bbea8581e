import { useTranslation } from 'react-i18next'
import { ChoiceField, DateField, Line } from '../../ui/index.ts'
import { SPANS, type Asking } from './asking.ts'

interface CareDatesProps {
  readonly asking: Asking
  readonly onChange: (changed: Partial<Asking>) => void
}

/** Which dates of care: not how long the chart stays open. */
export function CareDates({ asking: { span }, onChange }: CareDatesProps) {
  const { t } = useTranslation('visits')
  return (
    <>
      <ChoiceField
        label={t('terms.spanLabel')}
        value={span}
        options={SPANS.map((value) => ({ value, label: t(`terms.spans.${value}`) }))}
        onValue={(chosen) => onChange({ span: chosen })}
      />
      {span === 'between' && (
        <Line>
          <DateField label={t('terms.from')} onValue={(from) => onChange({ from })} optional />
          <DateField label={t('terms.to')} onValue={(to) => onChange({ to })} optional />
        </Line>
      )}
    </>
  )
}
