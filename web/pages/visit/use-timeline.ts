import { useInfiniteQuery } from '@tanstack/react-query'
import { toFilter } from './filter.ts'
import { timelineAnswer, type Outline } from './questions.ts'
import { useShown } from './use-shown.ts'

/** The entries that the filters leave, in parts; none is fetched before it is wanted. */
export function useTimeline(consent: string, outline: Outline, isWanted: boolean) {
  const [shown] = useShown()
  return useInfiniteQuery({ ...timelineAnswer(consent, toFilter(shown, outline)), enabled: isWanted })
}

export type TimelineAnswer = ReturnType<typeof useTimeline>
