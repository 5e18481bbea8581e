import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '#consent/model'
import { useWords } from '../../text/use-words.ts'
import { Stack } from '../../ui/index.ts'
import { Asking } from './Asking.tsx'
import { chosenOf, NOTHING_SWITCHED, sorted, switchTo, type Asked, type OpenedEntry } from './choice.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { Conditions } from './Conditions.tsx'
import { KindGroup } from './KindGroup.tsx'
import { SensitiveEntries } from './SensitiveEntries.tsx'
import { SheetTools } from './SheetTools.tsx'
import type { CodeSending } from './use-code.ts'
import { WhatStays } from './WhatStays.tsx'

interface RequestSheetProps {
  readonly asked: Asked
  readonly onAllow: (decision: Decision) => void
  readonly code: CodeSending
}

/** Who asks, exactly what that would open, and the three answers, of which none is easier than another. */
export function RequestSheet({ asked: { request, entries }, onAllow, code }: RequestSheetProps) {
  const { t } = useTranslation('requests')
  const [switched, setSwitched] = useState(NOTHING_SWITCHED)
  const [later, setLater] = useState(false)
  const [minutes, setMinutes] = useState(request.minutes)
  const chosen = chosenOf(entries, switched)
  const { sensitive, kinds } = sorted(entries)
  const flip = (some: readonly OpenedEntry[], on: boolean) => setSwitched(switchTo(switched, some, on))
  const allow = () => onAllow({ entries: chosen.map(({ entry }) => entry), later, minutes })
  return (
    <Stack gap="large">
      <Asking request={request} />
      <SheetTools words={useSpokenWords(request, entries)} />
      <p className="request-count" role="status">
        {t('sheet.count', { count: entries.length, chosen: chosen.length })}
      </p>
      {sensitive.length > 0 && <SensitiveEntries entries={sensitive} switched={switched} onFlip={flip} />}
      {kinds.length > 0 && (
        <div className="request-kinds">
          <h2>{t(sensitive.length > 0 ? 'sheet.rest' : 'sheet.all')}</h2>
          {kinds.map((group) => (
            <KindGroup key={group.kind} {...group} switched={switched} onFlip={flip} />
          ))}
        </div>
      )}
      <Conditions asked={request.minutes} {...{ minutes, setMinutes, later, setLater }} />
      <WhatStays />
      <DecisionBar request={request} count={chosen.length} onAllow={allow} code={code} />
    </Stack>
  )
}

/** What is read aloud: the question, the count, and that refusing is free. */
function useSpokenWords(
  { reader, purpose, reason, minutes }: Asked['request'],
  entries: readonly OpenedEntry[],
) {
  const { t } = useTranslation('requests')
  const words = useWords()
  const { sensitive } = sorted(entries)
  return [
    t('sheet.sentence', {
      name: reader.name,
      organisation: reader.organisation,
      purpose: t(`purpose.${purpose}`),
      length: words.length(minutes * 60_000),
    }),
    reason,
    t('sheet.opens', { count: entries.length }),
    sensitive.length > 0 ? t('sheet.sensitiveOff', { count: sensitive.length }) : '',
    t('sheet.free'),
  ].filter((sentence) => sentence !== '')
}
