import { useEffect, useState, useSyncExternalStore } from 'react'
import { saveDraftEndpoint, type noteDraftEndpoint, type Note } from '#records/model'
import { call, type Answer } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { DraftKeeper, type DraftPorts, type DraftState } from './draft.ts'

interface Kept {
  readonly keeper: DraftKeeper<Note>
  readonly kept: DraftState
}

/** Keeps the note of a visit as it is typed; asks before a page goes on which something is not kept yet. */
export function useKeeper(consent: string, draft: Answer<typeof noteDraftEndpoint>): Kept {
  const [keeper] = useState(() => new DraftKeeper(portsOf(consent), draft))
  const kept = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => {
    const flush = () => void keeper.flush()
    const hold = (event: BeforeUnloadEvent) => {
      if (keeper.isSafe) return
      flush()
      event.preventDefault()
    }
    addEventListener('beforeunload', hold)
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      removeEventListener('beforeunload', hold)
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [keeper])
  return { keeper, kept }
}

function portsOf(consent: string): DraftPorts<Note> {
  return {
    save: (note, version) => call(saveDraftEndpoint, { params: { consent }, body: { note, version } }),
    whyFailed(error) {
      if (isProblem(error, 'DRAFT_CHANGED')) return 'changed'
      return isProblem(error) && error.details.status >= 400 && error.details.status < 500
        ? 'refused'
        : 'no-answer'
    },
  }
}
