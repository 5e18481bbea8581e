import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root-route.ts'
import { loadText } from '../../text/open.ts'

const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/gallery',
  loader: () => loadText('gallery'),
  component: lazyRouteComponent(() => import('./Gallery.tsx'), 'Gallery'),
})

const longTimelineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/gallery/timeline',
  loader: () => loadText('gallery'),
  component: lazyRouteComponent(() => import('./LongTimeline.tsx'), 'LongTimeline'),
})

/** Every component in every state, for those who build pages. */
export const galleryRoutes = [galleryRoute, longTimelineRoute] as const
