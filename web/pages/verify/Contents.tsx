import { useTranslation } from 'react-i18next'
import type { ProvedStrand, Report } from '#exchange/model'
import { countWords } from '../../text/numbers.ts'
import { Facts, Icon, Row, RowList, Section, Stack } from '../../ui/index.ts'

const STRAND_ICONS = { entries: 'timeline', looks: 'look', consents: 'people' } as const

/** How much is in the file, and who wrote it. Names are told by the file, not proved. */
export function Contents({ report }: { readonly report: Report }) {
  const { t } = useTranslation('verify')
  const { patient, entries, documents, looks, frames, strands } = report
  return (
    <Section title={t('contents.title')} note={t('contents.note')}>
      <Stack>
        <Facts
          facts={[
            { label: t('contents.patient'), value: patient ?? t('contents.unknown') },
            { label: t('contents.entries'), value: countWords(entries) },
            { label: t('contents.documents'), value: countWords(documents) },
            { label: t('contents.looks'), value: countWords(looks.length) },
            { label: t('contents.frames'), value: countWords(frames) },
          ]}
        />
        <RowList label={t('contents.parts')}>
          {strands.map((strand) => (
            <StrandRow key={strand.ordinal} {...strand} />
          ))}
        </RowList>
      </Stack>
    </Section>
  )
}

function StrandRow({ kind, writer, writerName, leaves }: ProvedStrand) {
  const { t } = useTranslation('verify')
  return (
    <Row
      lead={<Icon name={STRAND_ICONS[kind]} />}
      title={t(`strand.${kind}`)}
      detail={writerName ?? t('consents.organisation', { id: writer.slice(0, 8) })}
      end={countWords(leaves)}
    />
  )
}
