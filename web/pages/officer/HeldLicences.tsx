import { useTranslation } from 'react-i18next'
import { toInstant } from '#kernel'
import { Notice, Stack, toLocalDay } from '../../ui/index.ts'
import { useWords } from '../../text/use-words.ts'
import type { Application } from './questions.ts'

/** An application with the number of one of these renews it. */
export function HeldLicences({ licences }: Pick<Application, 'licences'>) {
  const { t } = useTranslation(['officer', 'work'])
  const words = useWords()
  return (
    <Notice title={t('application.holds')}>
      <Stack gap="small">
        {licences.map(({ practitioner, system, state, validUntil }) => (
          <p key={practitioner}>
            {t('application.held', {
              system: t(`work:system.${system}`),
              state: t(`licenceState.${state}`),
              // The instant of the end is already too late.
              day: words.day(toLocalDay(toInstant(validUntil - 1))),
            })}
          </p>
        ))}
      </Stack>
    </Notice>
  )
}
