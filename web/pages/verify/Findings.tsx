import { useTranslation } from 'react-i18next'
import type { Finding } from '#exchange/model'
import { Icon, Row, RowList, Section } from '../../ui/index.ts'

/** A file with each byte altered has as many findings: the first ones say where to look. */
const MOST_SHOWN = 50

/** What does not hold, frame by frame. The exact words are those of the command line, which speaks English. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('verify')
  if (findings.length === 0) return null
  const more = findings.length - MOST_SHOWN
  return (
    <Section title={t('findings.title')} note={more > 0 ? t('findings.more', { count: more }) : undefined}>
      <RowList label={t('findings.title')}>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <FindingRow key={`${finding.code} ${finding.frame} ${finding.words}`} {...finding} />
        ))}
      </RowList>
    </Section>
  )
}

function FindingRow({ code, frame, words }: Finding) {
  const { t } = useTranslation('verify')
  return (
    <Row
      lead={<Icon name="outside" />}
      title={t(`finding.${code}`)}
      detail={
        <>
          {t('findings.frame', { frame })}: <span lang="en">{words}</span>
        </>
      }
    />
  )
}
