import { useTranslation } from 'react-i18next'
import { browserOf } from './browser.ts'

/** "Chrome on Android", as far as it is known. */
export function useBrowserWords(userAgent: string | null): string {
  const { t } = useTranslation('settings')
  const { browser, system } = browserOf(userAgent ?? '')
  if (browser !== undefined && system !== undefined) return t('sessions.browser', { browser, system })
  return browser ?? system ?? t('sessions.unknown')
}
