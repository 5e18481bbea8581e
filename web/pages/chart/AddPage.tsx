import { useTranslation } from 'react-i18next'
import { PageHeader, Section } from '../../ui/index.ts'
import { AddPapers } from './AddPapers.tsx'
import { AddReading } from './AddReading.tsx'
import './add.css'

/** What a patient adds: papers from home and readings, both marked as theirs. */
export function AddPage() {
  const { t } = useTranslation('chart')
  return (
    <div className="add">
      <PageHeader title={t('add.title')} lead={t('add.lead')} back={{ href: '/chart', label: t('title') }} />
      <Section title={t('add.papers')} note={t('add.papersNote')}>
        <AddPapers />
      </Section>
      <Section title={t('add.reading')} note={t('add.readingNote')}>
        <AddReading />
      </Section>
    </div>
  )
}
