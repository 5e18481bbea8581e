import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { mailboxEndpoint } from '#identity/model'
import { isProblem } from '../../app/problem.ts'
import { answerOptions } from '../../app/queries.ts'
import { loadText } from '../../text/open.ts'
import { frameRoute } from '../frame/route.tsx'

/** There is such a page only where messages are kept instead of sent. */
export const mailboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dev/mailbox',
  loader: async ({ context: { queries } }) => {
    await loadText('mailbox')
    await queries.fetchQuery({ ...answerOptions(mailboxEndpoint, {}), staleTime: 0 }).catch(unlessAbsent)
  },
  component: lazyRouteComponent(() => import('./Mailbox.tsx'), 'Mailbox'),
})

function unlessAbsent(error: unknown): never {
  if (isProblem(error, 'NOT_FOUND')) throw notFound()
  throw error
}
