import type { Me } from '#identity/model'
import { useWords } from '../../text/use-words.ts'
import { toLocalDay, useNow } from '../../ui/index.ts'
import './frame.css'

/** A sheet of one's chart says whose it is, and of which day. */
export function PaperHead({ me }: { readonly me: Me }) {
  const words = useWords()
  return (
    <p className="frame-paper print-only">
      <strong>{me.name}</strong>, {me.healthId}, {words.day(toLocalDay(useNow()))}
    </p>
  )
}
