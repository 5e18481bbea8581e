import { createContext, use, type AnchorHTMLAttributes, type ComponentType } from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly href: string }

/** How a link moves: the app gives one that changes the page without loading it again. */
export const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

export function Link(props: LinkProps) {
  const Given = use(LinkContext)
  return <Given {...props} />
}

function PlainLink({ children, ...rest }: LinkProps) {
  return <a {...rest}>{children}</a>
}
