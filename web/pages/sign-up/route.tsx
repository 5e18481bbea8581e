import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { targetSchema } from '../../app/enter.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

export const signUpRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sign-up',
  validateSearch: z.object({ to: targetSchema }),
  loader: () => loadText('account'),
  component: lazyRouteComponent(() => import('./SignUp.tsx'), 'SignUp'),
})

/** The sign-up that waits for its code is in the address, so that it outlives a page that was closed. */
export const verifyCodeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sign-up/code',
  validateSearch: z.object({
    signUp: z.uuid().catch(''),
    sentTo: z.coerce.string().catch(''),
    to: targetSchema,
  }),
  // Without a sign-up there is no code to wait for.
  beforeLoad: ({ search: { signUp } }) => {
    if (signUp === '') throw redirect({ href: '/sign-up' })
  },
  loader: () => loadText('account'),
  component: lazyRouteComponent(() => import('./VerifyCode.tsx'), 'VerifyCode'),
})
