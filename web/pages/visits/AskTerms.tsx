import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PURPOSES, type Purpose } from '#consent/model'
import { useWords } from '../../text/use-words.ts'
import { Button, ChoiceField, KINDS, SelectField, Stack, Tick, TickList } from '../../ui/index.ts'
import { LENGTHS, type Asking } from './asking.ts'
import { CareDates } from './CareDates.tsx'
import type { housesOf } from './questions.ts'

interface AskTermsProps {
  readonly asking: Asking
  readonly houses: ReturnType<typeof housesOf>
  readonly onChange: (changed: Partial<Asking>) => void
}

/** What is asked for, as sentences; each of them can be changed. */
export function AskTerms(terms: AskTermsProps) {
  const { t } = useTranslation('visits')
  const [open, setOpen] = useState(false)
  return (
    <div className="visits-terms">
      <p>{useSummary(terms)}</p>
      <Button kind="quiet" small icon={open ? 'up' : 'edit'} expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'terms.fold' : 'terms.change')}
      </Button>
      {open && (
        <Stack>
          <Kinds {...terms} />
          <CareDates asking={terms.asking} onChange={terms.onChange} />
          <Length {...terms} />
          <PurposeField {...terms} />
          <House {...terms} />
        </Stack>
      )}
    </div>
  )
}

function useSummary({ asking, houses }: AskTermsProps): string {
  const { t } = useTranslation(['visits', 'ui'])
  const words = useWords()
  const { kinds, span, length, purpose, organisation } = asking
  const named = kinds.map((kind) => t(`ui:kind.${kind}`))
  return [
    kinds.length === 0 ? t('terms.allKinds') : t('terms.onlyKinds', { kinds: words.list(named) }),
    t(`terms.span.${span}`),
    t('terms.open', { length: words.length(length) }),
    t(`terms.purpose.${purpose}`),
    t('terms.house', { name: houses.find((house) => house.organisation === organisation)?.name ?? '' }),
  ].join(' ')
}

function Kinds({ asking: { kinds }, onChange }: AskTermsProps) {
  const { t } = useTranslation(['visits', 'ui'])
  return (
    <TickList label={t('terms.kinds')} hint={t('terms.kindsHint')}>
      <div className="visits-kinds">
        {KINDS.map((kind) => (
          <Tick
            key={kind}
            label={t(`ui:kind.${kind}`)}
            checked={kinds.includes(kind)}
            onChecked={(on) =>
              onChange({ kinds: on ? [...kinds, kind] : kinds.filter((other) => other !== kind) })
            }
          />
        ))}
      </div>
    </TickList>
  )
}

function Length({ asking: { length }, onChange }: AskTermsProps) {
  const { t } = useTranslation('visits')
  const words = useWords()
  return (
    <SelectField
      label={t('terms.length')}
      value={String(length)}
      options={LENGTHS.map((known) => ({ value: String(known), label: words.length(known) }))}
      onValue={(chosen) =>
        LENGTHS.filter((known) => String(known) === chosen).forEach((known) => onChange({ length: known }))
      }
    />
  )
}

function PurposeField({ asking: { purpose }, onChange }: AskTermsProps) {
  const { t } = useTranslation('visits')
  return (
    <ChoiceField<Purpose>
      label={t('terms.purposeLabel')}
      value={purpose}
      options={PURPOSES.map((value) => ({ value, label: t(`terms.purposes.${value}`) }))}
      onValue={(chosen) => onChange({ purpose: chosen })}
    />
  )
}

/** Only who works in several houses chooses in whose name to ask. */
function House({ asking: { organisation }, houses, onChange }: AskTermsProps) {
  const { t } = useTranslation('visits')
  if (houses.length < 2) return null
  return (
    <SelectField
      label={t('terms.houseLabel')}
      value={organisation}
      options={houses.map((house) => ({ value: house.organisation, label: house.name }))}
      onValue={(chosen) => onChange({ organisation: chosen })}
    />
  )
}
