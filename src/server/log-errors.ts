/**
 * An error as the log may hold it: its class, its code, and where in the code it happened. Never its message: those of
 * others quote values (a duplicate e-mail, the text that did not parse), and even ours are written for its reader.
 */
const MOST_CAUSES = 4

interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly at: readonly string[]
  readonly cause?: LoggedError
}

export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const code = codeOf(error)
  const { cause } = error
  return {
    type: wordOr(error.constructor.name, 'Error'),
    ...(code === undefined ? {} : { code }),
    at: framesOf(error),
    ...(cause === undefined || depth >= MOST_CAUSES ? {} : { cause: toLoggedError(cause, depth + 1) }),
  }
}

/** Ours, PostgreSQL's five characters, or Node's: all capitals. */
function codeOf(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined
  return /^[A-Z0-9_]{2,60}$/.test(error.code) ? error.code : undefined
}

function wordOr(word: string, otherwise: string): string {
  return /^[A-Za-z_$][\w$]{0,60}$/.test(word) ? word : otherwise
}

/** The lines behind the message. The message may hold lines of that form too, so it is cut away before. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? ''
  const message = stack.indexOf(error.message)
  const behind = message < 0 ? '' : stack.slice(message + error.message.length)
  return behind
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at [^\n]*:\d+:\d+\)?$/.test(line))
}
