import { useTranslation } from 'react-i18next'
import { ButtonLink, Notice, useUploads } from '../../ui/index.ts'
import { deskHref } from './address.ts'
import { unsavedIn, type Pile, type Piles } from './piles.ts'

interface UnsavedProps {
  readonly organisation: string
  readonly piles: Piles
  /** Who is shown anyway. */
  readonly person: string | undefined
}

/** Papers of other patients that are not saved yet. */
export function Unsaved({ organisation, piles, person }: UnsavedProps) {
  const others = [...piles.values()].filter(
    (pile) => pile.organisation === organisation && pile.patient.person !== person,
  )
  return others.map((pile) => <UnsavedPile key={pile.patient.person} pile={pile} />)
}

function UnsavedPile({ pile: { organisation, patient, uploads } }: { readonly pile: Pile }) {
  const { t } = useTranslation('desk')
  useUploads(uploads)
  const count = unsavedIn(uploads)
  if (count === 0) return null
  const href = deskHref(organisation, { person: patient.person, view: 'documents' })
  return (
    <Notice
      tone="warm"
      title={t('unsaved.title', { count, name: patient.name })}
      actions={<ButtonLink href={href}>{t('unsaved.show')}</ButtonLink>}
    />
  )
}
