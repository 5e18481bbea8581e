import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { LinkProps } from '../ui/index.ts'

/** A link that changes the page without loading it again, where it is pressed as links usually are. */
export function AppLink({ href, onClick, children, ...rest }: LinkProps) {
  const router = useRouter()
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (
      event.defaultPrevented ||
      isSpecial(event) ||
      rest.target !== undefined ||
      rest.download !== undefined
    )
      return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <a {...rest} href={href} onClick={go} onPointerEnter={() => void router.preloadRoute({ to: href })}>
      {children}
    </a>
  )
}

/** In a new tab or window, or not with the main button: the browser's own business. */
function isSpecial({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey
}
