import { redirect, type ParsedLocation } from '@tanstack/react-router'
import type { Me } from '#identity/model'
import type { RouteContext } from './root-route.ts'
import { meOptions } from './session.ts'

interface Asked {
  readonly context: RouteContext
  readonly location: ParsedLocation
}

/** For a route's `beforeLoad`: whoever is not signed in does that first, and then comes here. */
export async function requireMe({ context, location }: Asked): Promise<{ readonly me: Me }> {
  const me = await context.queries.ensureQueryData(meOptions)
  if (me === null) throw redirect({ href: `/sign-in?to=${encodeURIComponent(location.href)}` })
  return { me }
}
