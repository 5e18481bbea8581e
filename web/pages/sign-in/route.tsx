import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { targetSchema } from '../../app/enter.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

const searchSchema = z.object({
  to: targetSchema,
  /** A session ended without the person's doing. */
  over: z.boolean().optional().catch(undefined),
  /** In the demonstration: as whom, by health ID. */
  as: z.coerce.string().optional(),
})

export const signInRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sign-in',
  validateSearch: searchSchema,
  loader: () => loadText('account'),
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
})
