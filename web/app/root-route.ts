import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { NotFoundPage } from './FallbackPages.tsx'
import { Root } from './Root.tsx'

/** What loaders are given: `context.queries.ensureQueryData(answerOptions(endpoint, input))`. */
export interface RouteContext {
  readonly queries: QueryClient
}

/** The parent of every route: `createRoute({ getParentRoute: () => rootRoute, path: '/counter', … })`. */
export const rootRoute = createRootRouteWithContext<RouteContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
})
