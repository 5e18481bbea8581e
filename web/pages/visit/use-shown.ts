import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { VisitSearch } from './route.tsx'

/** What the timeline shows is in the address; changing it is no new page. */
export function useShown(): readonly [VisitSearch, (changed: Partial<VisitSearch>) => void] {
  const shown = useSearch({ from: '/staff/visits/$consent' })
  const { consent } = useParams({ from: '/staff/visits/$consent' })
  const navigate = useNavigate()
  const show = (changed: Partial<VisitSearch>) =>
    void navigate({
      to: '/visits/$consent',
      params: { consent },
      search: { ...shown, ...changed },
      replace: true,
      resetScroll: false,
    })
  return [shown, show]
}
