import { VisuallyHidden } from '@mantine/core'
import type { Instant } from '#kernel'
import { useWords } from '../text/use-words.ts'
import { useNow } from './now.ts'

/** "today 14:05"; the exact time where the pointer rests and for screen readers. */
export function When({ at, dayOnly = false }: { readonly at: Instant; readonly dayOnly?: boolean }) {
  const words = useWords()
  const now = useNow()
  const exact = words.exact(at)
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      <span aria-hidden>{dayOnly ? words.date(at, now) : words.moment(at, now)}</span>
      <VisuallyHidden>{exact}</VisuallyHidden>
    </time>
  )
}

/** A day of care, as precise as it was written. */
export function Day({ written }: { readonly written: string }) {
  const words = useWords()
  return <time dateTime={written}>{words.day(written)}</time>
}
