import { useEffect, useState } from 'react'
import type { ProofStep } from '../../ui/index.ts'

/** Time to read a claim before the next one turns. */
const PAUSE = 450

/** What was found, one after the other, so that each can be followed. */
export function useRevealed(found: readonly ProofStep[]): readonly ProofStep[] {
  const [shown, setShown] = useState(0)
  useEffect(() => {
    if (shown >= found.length) return undefined
    const timer = setTimeout(() => setShown(shown + 1), PAUSE)
    return () => clearTimeout(timer)
  }, [shown, found.length])
  return found.map((step, at) => (at < shown ? step : hidden(step, at === shown)))
}

function hidden({ id, claim }: ProofStep, isNext: boolean): ProofStep {
  return { id, claim, state: isNext ? 'checking' : 'waiting' }
}
