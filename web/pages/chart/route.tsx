import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requireMe } from '../../app/require-me.ts'
import { loadText } from '../../text/open.ts'
import { entryAnswer } from '../entry/questions.ts'
import { frameRoute } from '../frame/route.tsx'
import { chartSearch, filterOf } from './filter.ts'
import { outlineAnswer, searchAnswer, timelinePages } from './questions.ts'

const chartRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chart',
  validateSearch: chartSearch,
  beforeLoad: requireMe,
  loaderDeps: ({ search }) => ({ filter: filterOf(search), q: search.q }),
  loader: ({ context: { queries }, deps: { filter, q } }) =>
    Promise.all([
      loadText('chart', 'entry', 'proof'),
      queries.ensureQueryData(outlineAnswer),
      q === undefined
        ? queries.ensureInfiniteQueryData(timelinePages(filter))
        : queries.ensureQueryData(searchAnswer(q)),
    ]),
  component: lazyRouteComponent(() => import('./Chart.tsx'), 'Chart'),
})

const entryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chart/entries/$entry',
  beforeLoad: requireMe,
  loader: ({ context: { queries }, params: { entry } }) =>
    Promise.all([loadText('chart', 'entry', 'proof'), queries.ensureQueryData(entryAnswer(entry))]),
  component: lazyRouteComponent(() => import('./EntryPage.tsx'), 'EntryPage'),
})

const addRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chart/add',
  beforeLoad: requireMe,
  loader: () => loadText('chart', 'entry'),
  component: lazyRouteComponent(() => import('./AddPage.tsx'), 'AddPage'),
})

export const chartRoutes = [chartRoute, entryRoute, addRoute] as const
