import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cardPdfEndpoint, cardPictureEndpoint, type HealthId } from '#identity/model'
import { call } from '../../app/client.ts'
import { ProblemNotice } from '../../app/ProblemNotice.tsx'
import { Button, ButtonRow, Section, Stack } from '../../ui/index.ts'

const FILES = {
  sheet: { ending: 'pdf', fetch: () => call(cardPdfEndpoint, { query: { paper: 'a4' } }) },
  card: { ending: 'pdf', fetch: () => call(cardPdfEndpoint, { query: { paper: 'card' } }) },
  picture: { ending: 'png', fetch: () => call(cardPictureEndpoint, {}) },
} as const
const KINDS = ['sheet', 'card', 'picture'] as const

/** The card as files to keep: a sheet to cut out, the card alone, a picture. */
export function CardFiles({ healthId }: { readonly healthId: HealthId }) {
  const { t } = useTranslation('card')
  const saving = useMutation({
    mutationFn: async (kind: keyof typeof FILES) => {
      const { ending, fetch } = FILES[kind]
      keep(await fetch(), `twinchart-${healthId}.${ending}`)
    },
  })
  return (
    <div className="screen-only">
      <Section title={t('files.title')} note={t('files.note')}>
        <Stack>
          <ButtonRow>
            {KINDS.map((kind) => (
              <Button
                key={kind}
                icon="download"
                busy={saving.isPending && saving.variables === kind}
                onPress={() => saving.mutate(kind)}
              >
                {t(`files.${kind}`)}
              </Button>
            ))}
          </ButtonRow>
          {saving.error && <ProblemNotice error={saving.error} />}
        </Stack>
      </Section>
    </div>
  )
}

function keep(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
