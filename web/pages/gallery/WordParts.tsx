import { useTranslation } from 'react-i18next'
import {
  Clock,
  CONSENT_STATES,
  Day,
  Direction,
  FLAGS,
  FlagWord,
  Icon,
  KindIcon,
  KINDS,
  LICENCE_STATES,
  LicenceMark,
  Line,
  PersonBadge,
  Quantity,
  Stack,
  StateWord,
  When,
} from '../../ui/index.ts'
import { Part } from './Part.tsx'
import { earlier, longAgo, soon } from './samples.ts'

export function WordParts() {
  const { t } = useTranslation('gallery')
  return (
    <>
      <Part name="PersonBadge">
        <PersonBadge name={t('patient')} age={58} sex="female" size="large">
          {t('hospital')}
        </PersonBadge>
        <PersonBadge name={t('doctor')} photo="/icon.svg" />
        <PersonBadge name={t('longName')} age={1} sex="male" size="small" />
      </Part>
      <Part name="LicenceMark">
        {LICENCE_STATES.map((state) => (
          <LicenceMark
            key={state}
            state={state}
            council={t('council')}
            number="KMC 104211"
            since="2026-03-03"
          />
        ))}
      </Part>
      <Part name="StateWord">
        <Line>
          {CONSENT_STATES.map((state) => (
            <StateWord key={state} state={state} />
          ))}
        </Line>
      </Part>
      <Part name="KindIcon">
        <Line>
          {KINDS.map((kind) => (
            <KindIcon key={kind} kind={kind} named />
          ))}
        </Line>
      </Part>
      <FigureParts />
    </>
  )
}

function FigureParts() {
  return (
    <>
      <Part name="FlagWord, Direction, Quantity">
        <Line>
          {FLAGS.map((flag) => (
            <FlagWord key={flag} flag={flag} />
          ))}
        </Line>
        <Line>
          <Direction move="up" since="2026-01-12" />
          <Direction move="down" since="2025-12" />
          <Direction move="same" since="2025" />
        </Line>
        <Line>
          <Quantity value="1.50" unit="mg/dL" />
          <Quantity value="92,000" unit="/cumm" />
        </Line>
      </Part>
      <Part name="Clock">
        <Clock from={earlier(10)} until={soon(20)} />
        <Clock from={earlier(27)} until={soon(3)} />
        <Clock from={earlier(29)} until={soon(0.5)} />
        <Clock from={earlier(30)} until={earlier(1)} />
      </Part>
      <Part name="When, Day">
        <Stack gap="small">
          <When at={earlier(5)} />
          <When at={longAgo} />
          <When at={longAgo} dayOnly />
          <Day written="2026-03" />
        </Stack>
      </Part>
      <Part name="Icon">
        <Line>
          <Icon name="home" />
          <Icon name="home" large />
        </Line>
      </Part>
    </>
  )
}
