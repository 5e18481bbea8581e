import { useEffect, useState } from 'react'
import type { Report } from '#exchange/model'
import type { ProofStep } from '../../ui/index.ts'

/** The three lines that people read, in the order in which they are told. */
export const CLAIMS = ['unaltered', 'complete', 'consentsHold'] as const
export type Claim = (typeof CLAIMS)[number]

/** Long enough to read a line before the next one turns. */
const PACE = 700

/** How a line stands when so many were told; before there is a report, the first is being checked. */
export function stateOf(
  claim: Claim,
  report: Pick<Report, Claim> | undefined,
  told: number,
): ProofStep['state'] {
  const at = CLAIMS.indexOf(claim)
  if (report && at < told) return report[claim] ? 'true' : 'false'
  return at === (report ? told : 0) ? 'checking' : 'waiting'
}

/** How many lines were told by now: one after the other, or all at once where the system asks for no motion. */
export function useTold(): number {
  const [told, setTold] = useState(matchMedia('(prefers-reduced-motion: reduce)').matches ? CLAIMS.length : 0)
  useEffect(() => {
    if (told === CLAIMS.length) return undefined
    const timer = setTimeout(() => setTold(told + 1), PACE)
    return () => clearTimeout(timer)
  }, [told])
  return told
}
