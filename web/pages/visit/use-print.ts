import { useEffect, useEffectEvent } from 'react'

/** Prints the page as it then stands, as soon as all that belongs on the paper is there. */
export function usePrintOnce(isReady: boolean, onPrint: () => void): void {
  const print = useEffectEvent(() => {
    onPrint()
    window.print()
  })
  useEffect(() => {
    if (!isReady) return undefined
    // Not within the effect: what draws more for paper has to be drawn at once, and React is still drawing here.
    const timer = setTimeout(() => print())
    return () => clearTimeout(timer)
  }, [isReady])
}
