import { ICON_SHAPES, type IconName } from './icons.ts'
import './icon.css'

/** Decoration beside a word: hidden from screen readers, which have the word. */
export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg className={large ? 'icon icon-large' : 'icon'} viewBox="0 0 24 24" aria-hidden focusable={false}>
      <path d={ICON_SHAPES[name]} />
    </svg>
  )
}
