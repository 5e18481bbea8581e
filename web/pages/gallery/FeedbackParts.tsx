import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { useChangeSettings } from '../../app/session.ts'
import {
  Button,
  Confirm,
  EmptyState,
  LanguagePicker,
  Notice,
  Problem,
  RowSkeleton,
  TextSkeleton,
  ThemePicker,
  useShortcut,
  useUndo,
} from '../../ui/index.ts'
import { Part } from './Part.tsx'

export function FeedbackParts() {
  const { t } = useTranslation('gallery')
  const settings = useSettings()
  const change = useChangeSettings()
  return (
    <>
      <Part name="Notice">
        <Notice title={t('calm')}>{t('calmWords')}</Notice>
        <Notice tone="warm" title={t('warm')} actions={<Button>{t('open')}</Button>}>
          {t('warmWords')}
        </Notice>
        <Notice tone="danger" title={t('danger')}>
          {t('dangerWords')}
        </Notice>
      </Part>
      <Part name="Problem">
        <Problem
          happened={t('problem')}
          safe={t('problemSafe')}
          todo={t('problemTodo')}
          actions={<Button icon="refresh">{t('open')}</Button>}
        />
      </Part>
      <Part name="EmptyState">
        <EmptyState
          icon="document"
          title={t('empty')}
          actions={<Button kind="main">{t('emptyAction')}</Button>}
        >
          {t('emptyWords')}
        </EmptyState>
      </Part>
      <Part name="Skeleton">
        <TextSkeleton />
        <RowSkeleton faces />
      </Part>
      <AskingParts />
      <Part name="LanguagePicker, ThemePicker">
        <LanguagePicker value={settings.language} onValue={(language) => change({ language })} />
        <ThemePicker value={settings.theme} onValue={(theme) => change({ theme })} />
      </Part>
    </>
  )
}

function AskingParts() {
  const { t } = useTranslation('gallery')
  const [asking, setAsking] = useState(false)
  const say = useUndo()
  useShortcut('x', t('say'), () => say(t('removed'), () => {}))
  return (
    <Part name="Confirm, Undo">
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('confirmAction')}
      </Button>
      <Button onPress={() => say(t('removed'), () => {})}>{t('say')}</Button>
      <Confirm
        open={asking}
        title={t('confirmTitle')}
        action={t('confirmAction')}
        onConfirm={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        {t('confirmWords')}
      </Confirm>
    </Part>
  )
}
