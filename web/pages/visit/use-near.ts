import { useCallback, useState } from 'react'

/** How far below the screen it may be to count as near. */
const MARGIN = '64px'

/** Whether an element has come near to being seen: what nobody scrolls to is not fetched, since fetching is looking. */
export function useNear(): readonly [(element: Element | null) => (() => void) | undefined, boolean] {
  const [near, setNear] = useState(false)
  const watch = useCallback((element: Element | null) => {
    if (!element) return undefined
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: MARGIN },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [watch, near]
}
