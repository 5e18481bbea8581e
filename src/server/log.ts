import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { destination, pino, type DestinationStream, type Logger } from 'pino'

import type { Config } from './config-settings.ts'
import { toLoggedError } from './log-errors.ts'
import { events, type EventName, type FieldsOf } from './log-events.ts'
import type { Kind } from './log-fields.ts'

export type Level = Config['logLevel']

/** What an event is told with: nothing where it has no fields. */
type Told<Name extends EventName> =
  Record<string, never> extends FieldsOf<Name> ? [] : [fields: FieldsOf<Name>]

/** The one log. It takes events of a closed list with fields of closed kinds, and no sentence of anybody's. */
export interface Log {
  debug<Name extends EventName>(event: Name, ...told: Told<Name>): void
  info<Name extends EventName>(event: Name, ...told: Told<Name>): void
  warn<Name extends EventName>(event: Name, ...told: Told<Name>): void
  /** With what went wrong: its class, code and place are written, its message is not. */
  error<Name extends EventName>(event: Name, error: unknown, ...told: Told<Name>): void
}

interface OpenLog extends Log, AsyncDisposable {}

/** Opens the log that the configuration asks for: one JSON object a line. */
export function openLog(config: Pick<Config, 'data' | 'log' | 'logLevel'>): OpenLog {
  const dest = config.log === 'stdout' ? 1 : join(config.data, 'log', 'twinchart.log')
  // The log is what makes the data folder of a new node: nobody else may enter it.
  if (typeof dest === 'string') mkdirSync(dirname(dest), { recursive: true, mode: 0o700 })
  const stream = destination({ dest, mode: 0o600, sync: true })
  return { ...newLog(config.logLevel, stream), [Symbol.asyncDispose]: async () => stream.end() }
}

/** A log that writes its lines to a stream. */
export function newLog(level: Level, stream: DestinationStream): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    debug: (event, ...told) => write(logger, 'debug', event, told),
    info: (event, ...told) => write(logger, 'info', event, told),
    warn: (event, ...told) => write(logger, 'warn', event, told),
    error: (event, error, ...told) => write(logger, 'error', event, told, { error: toLoggedError(error) }),
  }
}

function write(
  logger: Logger,
  level: Exclude<Level, 'silent'>,
  event: EventName,
  [fields = {}]: readonly object[],
  more: object = {},
): void {
  if (logger.isLevelEnabled(level)) logger[level]({ event, ...checked(event, fields), ...more })
}

/** The fields that the event has and that are of their kinds: a value that got past the types stops here. */
function checked(event: EventName, fields: object): object {
  const kinds: Readonly<Record<string, Kind<unknown>>> = events[event]
  const given = new Map<string, unknown>(Object.entries(fields))
  return Object.fromEntries(
    Object.entries(kinds).map(([name, isKind]) => [
      name,
      isKind(given.get(name)) ? given.get(name) : 'withheld',
    ]),
  )
}
