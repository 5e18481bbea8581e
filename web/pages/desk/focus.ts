import { useEffect, useRef } from 'react'

const FIELDS = 'input, select, textarea'

/** What comes next is under the fingers: the first field inside, or what is `wanted`, takes the focus when it appears. */
export function useFocusInside(wanted = FIELDS) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => box.current?.querySelector<HTMLElement>(wanted)?.focus())
    return () => clearTimeout(timer)
  }, [wanted])
  return box
}
