import { useEffect, useRef } from 'react'

const FIELDS = 'input, select, textarea'

/** What comes next is under the fingers: the first field inside, or what is `wanted`, else `otherwise`, takes the focus. */
export function useFocusInside(wanted = FIELDS, otherwise = FIELDS) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector)
    const timer = setTimeout(() => (find(wanted) ?? find(otherwise))?.focus())
    return () => clearTimeout(timer)
  }, [wanted, otherwise])
  return box
}
