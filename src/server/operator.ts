/**
 * Where commands reach a running node: a socket in its data folder, which only its owner may enter. One line of JSON
 * asks, one answers.
 */
import { once } from 'node:events'
import { chmod, rm } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline/promises'

import { z } from 'zod'

import type { Ledger } from '#ledger'

import { ConfigError } from './config.ts'
import type { Config } from './config-settings.ts'

const requestSchema = z.strictObject({ ask: z.literal('confirm-clock') })
const clockSchema = z.strictObject({ jumped: z.int() })

/** By how many milliseconds the clock had jumped: little where it had not. */
type ConfirmedClock = z.infer<typeof clockSchema>

type Place = Pick<Config, 'data'>

/** Linux takes 107 bytes of a socket's path (unix(7)). */
const LONGEST_PATH = 107

/** Answers commands until it is closed. */
export async function openOperatorDoor(place: Place, ledger: Pick<Ledger, 'confirmClock'>) {
  const path = pathOf(place)
  await rm(path, { force: true })
  const server = createServer((socket) => void answer(socket, ledger).catch(() => socket.destroy()))
  server.listen(path)
  await once(server, 'listening')
  await chmod(path, 0o600)
  return server
}

/** Tells the node that runs on this folder that its clock is right as it is now. */
export async function confirmClock(place: Place): Promise<ConfirmedClock> {
  const socket = createConnection(pathOf(place))
  await once(socket, 'connect').catch((cause: unknown) => {
    throw new ConfigError(
      'BAD_CONFIGURATION',
      `no node runs on ${place.data}: a clock is confirmed while it runs`,
      { cause },
    )
  })
  socket.write(`${JSON.stringify({ ask: 'confirm-clock' })}\n`)
  return clockSchema.parse(JSON.parse(await firstLine(socket)))
}

async function answer(socket: Socket, ledger: Pick<Ledger, 'confirmClock'>): Promise<void> {
  requestSchema.parse(JSON.parse(await firstLine(socket)))
  socket.end(`${JSON.stringify({ jumped: ledger.confirmClock() })}\n`)
}

async function firstLine(socket: Socket): Promise<string> {
  for await (const line of createInterface({ input: socket })) return line
  return ''
}

/** From where we are, where that is shorter. */
function pathOf({ data }: Place): string {
  const path = join(data, 'operator.socket')
  const near = relative(process.cwd(), path)
  const shorter = near.length < path.length ? near : path
  if (Buffer.byteLength(shorter) <= LONGEST_PATH) return shorter
  throw new ConfigError('BAD_CONFIGURATION', `the path of the data folder is too long: ${data}`)
}
