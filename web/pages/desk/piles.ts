/**
 * Papers on their way, by patient: they go on while the next patient is served, and those that failed stay until they are
 * tried again or taken away.
 */
import { useEffect } from 'react'
import { Uploads } from '../../ui/index.ts'
import type { OfPatient } from './questions.ts'

export interface Pile extends OfPatient {
  readonly uploads: Uploads
}

const piles = new Map<string, Pile>()

export type Piles = ReadonlyMap<string, Pile>

/** All piles of this tab; whoever closes it while some are on their way is asked first. */
export function usePiles(): Piles {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (piles.values().some(({ uploads }) => unsavedIn(uploads) > 0)) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return piles
}

/** The pile of a patient at a house, begun where there is none. */
export function pileOf(of: OfPatient, known = piles): Pile {
  const key = `${of.organisation} ${of.patient.person}`
  const pile = known.get(key) ?? { ...of, uploads: new Uploads() }
  known.set(key, pile)
  return pile
}

export function unsavedIn(uploads: Uploads): number {
  return uploads.files().filter(({ progress }) => progress.step !== 'saved').length
}
