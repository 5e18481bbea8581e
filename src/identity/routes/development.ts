import { serve, type Route } from '#http'

import type { Mailbox } from '../messages/mailbox.ts'
import * as api from '../model/api.ts'

/** Served only where no gateway is configured. */
export function mailboxRoutes(mailbox: Mailbox): readonly Route[] {
  return [serve(api.mailboxEndpoint, async () => ({ messages: [...(await mailbox.latest())] }))]
}

interface DemonstrationSignIn {
  readonly role: string
  readonly name: string
  readonly healthId: string
  readonly password: string
}

/** Served by the demonstration only: everybody in it is invented. */
export function demonstrationRoutes(
  signIns: () => Promise<readonly DemonstrationSignIn[]>,
): readonly Route[] {
  return [serve(api.demonstrationSignInsEndpoint, async () => ({ signIns: [...(await signIns())] }))]
}
