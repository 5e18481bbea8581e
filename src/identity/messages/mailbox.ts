import { z } from 'zod'

import type { Chance, Clock } from '#kernel'
import type { Database } from '#storage'

import { newUuid } from '../ids.ts'
import { CHANNELS } from '../model/index.ts'
import { identityTables } from '../tables.ts'
import type { Vault } from '../vault.ts'
import type { Message, Messenger } from './message.ts'

const KEPT = 500
const messageSchema = z.strictObject({
  channel: z.enum(CHANNELS),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
})

export interface Kept extends Message {
  readonly message: string
  readonly at: number
}

/** Stands in for gateways where none is configured: what would have been sent waits here, sealed, to be looked at. */
export interface Mailbox extends Messenger {
  latest(): Promise<readonly Kept[]>
}

export function openMailbox(database: Database, vault: Vault, clock: Clock, chance: Chance): Mailbox {
  const tables = identityTables(database)
  const opened = (message: string, at: number, sealed: Uint8Array): Kept => {
    const { channel, to, subject, text } = messageSchema.parse(vault.unsealJson('message', message, sealed))
    return { message, at, channel, to, subject, text }
  }

  async function dropOld(): Promise<void> {
    const kept = tables.selectFrom('identity.message').select('message').orderBy('at', 'desc').limit(KEPT)
    await tables.deleteFrom('identity.message').where('message', 'not in', kept).execute()
  }

  return {
    async send(message) {
      const id = newUuid(chance)
      const row = { message: id, at: clock.now(), sealed: vault.sealJson('message', id, message) }
      await tables.insertInto('identity.message').values(row).execute()
      await dropOld()
    },
    async latest() {
      const rows = await tables
        .selectFrom('identity.message')
        .selectAll()
        .orderBy('at', 'desc')
        .limit(KEPT)
        .execute()
      return rows.map(({ message, at, sealed }) => opened(message, at, sealed))
    },
  }
}
