import { createContext, use, type AnchorHTMLAttributes, type MouseEvent } from 'react'

/** How pages change without being loaded again: the app's router. */
export interface Navigation {
  go(href: string): void
  /** The pointer is on a link: what it leads to may be fetched. */
  prepare(href: string): void
}

/** Without one, links are the browser's. */
export const NavigationContext = createContext<Navigation | undefined>(undefined)

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly href: string }

/** A link; where it is pressed as links usually are, the page changes without being loaded again. */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
  const navigation = use(NavigationContext)
  const leaves = rest.target !== undefined || rest.download !== undefined
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!navigation || event.defaultPrevented || isSpecial(event) || leaves) return
    event.preventDefault()
    navigation.go(href)
  }
  return (
    <a {...rest} href={href} onClick={press} onPointerEnter={() => navigation?.prepare(href)}>
      {children}
    </a>
  )
}

/** In a new tab or window, or not with the main button. */
function isSpecial({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey
}
