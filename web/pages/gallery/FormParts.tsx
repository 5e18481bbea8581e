import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChoiceField,
  CodeInput,
  DateField,
  FileDrop,
  IconButton,
  LongField,
  PasswordField,
  QrPicture,
  QrScanner,
  SelectField,
  TextField,
  Tick,
  TickList,
  type SendFile,
} from '../../ui/index.ts'
import { Part } from './Part.tsx'
import { HEALTH_ID } from './samples.ts'

export function FormParts() {
  return (
    <>
      <ButtonParts />
      <FieldParts />
      <ChoiceParts />
      <CodeParts />
    </>
  )
}

function ButtonParts() {
  const { t } = useTranslation('gallery')
  return (
    <Part name="Button">
      <ButtonRow equal>
        <Button kind="main">{t('allow')}</Button>
        <Button>{t('notNow')}</Button>
        <Button>{t('refuse')}</Button>
      </ButtonRow>
      <ButtonRow>
        <Button kind="quiet" icon="print">
          {t('sign')}
        </Button>
        <Button kind="danger">{t('end')}</Button>
        <Button kind="main" busy>
          {t('saving')}
        </Button>
        <Button kind="main" icon="print" reason={t('reason')}>
          {t('sign')}
        </Button>
        <Button small>{t('open')}</Button>
        <ButtonLink href="/dev/gallery/timeline">{t('many')}</ButtonLink>
        <IconButton icon="edit" label={t('open')} onPress={nothing} />
      </ButtonRow>
    </Part>
  )
}

function FieldParts() {
  const { t } = useTranslation('gallery')
  return (
    <Part name="Field">
      <TextField label={t('name')} hint={t('nameHint')} autoComplete="name" defaultValue={t('patient')} />
      <TextField label={t('phone')} type="tel" message={t('phoneMessage')} defaultValue="98450 1234" />
      <TextField label={t('height')} unit="cm" inputMode="decimal" short optional />
      <TextField label={t('healthId')} icon="search" inputMode="numeric" />
      <PasswordField label={t('password')} autoComplete="current-password" defaultValue="blue kettle" />
      <SelectField label={t('district')} options={[{ value: 'dharwad', label: t('hospital') }]} />
      <LongField label={t('note')} defaultValue={t('noteText')} optional />
      <DateField label={t('born')} onValue={nothing} defaultValue="1968-06-01" birthday />
      <DateField label={t('born')} onValue={nothing} message={t('bornMessage')} />
    </Part>
  )
}

function ChoiceParts() {
  const { t } = useTranslation('gallery')
  const [length, setLength] = useState<'today' | 'week' | 'month'>('today')
  const [ticked, setTicked] = useState(false)
  return (
    <Part name="ChoiceField, Tick">
      <ChoiceField
        label={t('how')}
        value={length}
        onValue={setLength}
        options={[
          { value: 'today', label: t('today'), detail: t('todayDetail') },
          { value: 'week', label: t('week') },
          { value: 'month', label: t('month') },
        ]}
      />
      <TickList label={t('waiting')}>
        <Tick label={t('sensitive')} detail={t('sensitiveDetail')} checked={ticked} onChecked={setTicked} />
        <Tick label={t('family')} checked={false} some onChecked={nothing} />
      </TickList>
    </Part>
  )
}

function CodeParts() {
  const { t } = useTranslation('gallery')
  const [code, setCode] = useState('4821')
  return (
    <>
      <Part name="CodeInput">
        <CodeInput label={t('code')} value={code} onValue={setCode} />
        <CodeInput label={t('code')} value="135790" onValue={nothing} message={t('codeMessage')} />
      </Part>
      <Part name="QrScanner">
        <QrScanner onCode={nothing}>
          <TextField label={t('healthId')} inputMode="numeric" />
        </QrScanner>
      </Part>
      <Part name="QrPicture">
        <QrPicture text={HEALTH_ID} label={t('healthId')} />
      </Part>
      <Part name="FileDrop">
        <FileDrop send={sendSlowly} accept="application/pdf,image/*" />
      </Part>
    </>
  )
}

/** Takes two seconds; a file with "fail" in its name fails. */
const sendSlowly: SendFile = async (file, onPart) => {
  for (let part = 0; part < 1; part += 0.1) {
    onPart(part)
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (part > 0.5 && file.name.includes('fail')) throw new Error('')
  }
}

function nothing(): void {}
