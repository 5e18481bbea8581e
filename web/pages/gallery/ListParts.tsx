import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  Icon,
  LookList,
  PersonBadge,
  ProofSteps,
  ResultTable,
  Row,
  RowList,
  StateWord,
  TimelineList,
  Trend,
} from '../../ui/index.ts'
import { Part } from './Part.tsx'
import { earlier, HBA1C, longAgo, PROOF_STATES, TIMELINE } from './samples.ts'
import { useEntries } from './entries.ts'

export function ListParts() {
  return (
    <>
      <RowParts />
      <ResultParts />
      <LookParts />
      <ProofParts />
      <TimelineParts />
    </>
  )
}

function RowParts() {
  const { t } = useTranslation('gallery')
  return (
    <Part name="Row">
      <RowList label={t('waiting')}>
        <Row
          lead={<Icon name="bell" />}
          title={t('request')}
          detail={t('requestDetail')}
          end={<StateWord state="requested" />}
          href="/dev/gallery"
        />
        <Row lead={<Icon name="locked" />} title={t('nobody')} />
        <Row title={t('bloodTest')} detail={t('hospital')} struck />
        <Row title={<PersonBadge name={t('longName')} age={4} sex="male" />} href="/dev/gallery" current />
      </RowList>
    </Part>
  )
}

function ResultParts() {
  const { t } = useTranslation('gallery')
  return (
    <>
      <Part name="ResultTable">
        <ResultTable
          caption={t('results')}
          results={[
            {
              id: '1',
              test: t('haemoglobin'),
              value: '11.2',
              unit: 'g/dL',
              range: '12 – 15',
              flag: 'low',
              change: { move: 'down', since: '2026-01-12' },
            },
            {
              id: '2',
              test: t('glucose'),
              value: '1.50',
              unit: 'mg/dL',
              range: '70 – 100',
              flag: 'very-high',
              change: { move: 'up', since: '2025-12-03' },
            },
            {
              id: '3',
              test: t('platelets'),
              value: '2.1',
              unit: 'lakh/cumm',
              range: '1.5 – 4.5',
              flag: 'normal',
              change: { move: 'same', since: '2025' },
            },
            { id: '4', test: t('tsh'), value: '3.9', unit: 'µIU/mL' },
          ]}
        />
      </Part>
      <Part name="Trend">
        <Trend
          title={t('trend')}
          measure={t('hba1c')}
          unit="%"
          points={HBA1C}
          range={{ high: 7.2, low: 6 }}
          own={{ low: 7.4, high: 8 }}
        />
      </Part>
    </>
  )
}

function LookParts() {
  const { t } = useTranslation('gallery')
  const check = (
    <Button kind="quiet" small icon="proof">
      {t('open')}
    </Button>
  )
  return (
    <Part name="LookList">
      <LookList
        looks={[
          { id: '1', at: earlier(4), sentence: t('lookDoctor'), action: check },
          { id: '2', at: longAgo, sentence: t('lookPharmacy'), action: check },
        ]}
        automated={[
          { id: '3', at: earlier(60), sentence: t('lookCopy') },
          { id: '4', at: longAgo, sentence: t('lookCopy') },
        ]}
      />
    </Part>
  )
}

function ProofParts() {
  const { t } = useTranslation('gallery')
  return (
    <Part name="ProofSteps">
      {PROOF_STATES.map(([altered = 'waiting', leftOut = 'waiting', allowed = 'waiting']) => (
        <ProofSteps
          key={allowed}
          steps={[
            { id: '1', claim: t('altered'), state: altered, detail: t('alteredDetail') },
            { id: '2', claim: t('leftOut'), state: leftOut },
            {
              id: '3',
              claim: t('allowed'),
              state: allowed,
              ...(allowed === 'false' && { detail: t('allowedDetail') }),
            },
          ]}
        />
      ))}
    </Part>
  )
}

function TimelineParts() {
  const { t } = useTranslation('gallery')
  const [opened, setOpened] = useState<string | undefined>('2')
  return (
    <Part name="TimelineList">
      <TimelineList
        entries={useEntries(TIMELINE)}
        opened={opened}
        onOpen={setOpened}
        renderOpened={() => <p>{t('opened')}</p>}
      />
    </Part>
  )
}
