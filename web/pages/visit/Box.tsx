import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/use-words.ts'
import { Button, usePrinting } from '../../ui/index.ts'
import type { FirstScreen } from './questions.ts'

/** So many rows that all boxes together stand on one screen of 1280 by 800. */
const FIRST = 5

type Empty = FirstScreen['medicines']['empty']

interface BoxProps<Item> {
  readonly title: string
  readonly box: { readonly items: readonly Item[]; readonly empty: Empty }
  readonly children: (item: Item) => ReactNode
}

/** One question a doctor asks of a chart. An empty box says whether somebody asked. */
export function Box<Item>({ title, box, children }: BoxProps<Item>) {
  const { t } = useTranslation('visit')
  const id = useId()
  const [all, setAll] = useState(false)
  const whole = usePrinting() || all
  const more = box.items.length - FIRST
  return (
    <section className="visit-box" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {box.items.length === 0 ? (
        <EmptyWords empty={box.empty} />
      ) : (
        <ul>{(whole ? box.items : box.items.slice(0, FIRST)).map(children)}</ul>
      )}
      {more > 0 && (
        <Button kind="quiet" small icon={all ? 'up' : 'down'} expanded={all} onPress={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: more })}
        </Button>
      )}
    </section>
  )
}

/** None is known because somebody asked; or nothing is here, and nobody may take that for none. */
export function EmptyWords({ empty }: { readonly empty: Empty }) {
  const { t } = useTranslation('visit')
  const words = useWords()
  if (empty?.state !== 'none-known') return <p className="visit-empty">{t('empty.nothingHere')}</p>
  return (
    <p className="visit-empty visit-none-known">
      {empty.askedOn === null
        ? t('empty.noneKnown')
        : t('empty.noneKnownOn', { day: words.day(empty.askedOn) })}
    </p>
  )
}
