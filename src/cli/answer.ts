import { CommanderError } from 'commander'

import { DomainError } from '#kernel'
import { ConfigError, toLoggedError } from '#server'

import type { Answer } from './context.ts'

const WELL = 0
export const WRONG_DATA = 1
const WRONG_USE = 2

/** The end of a command as the shell sees it. */
export interface End {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** For `--json` the last line of standard output is one JSON object, however the command ended. */
export function endOf(answer: Answer, asJson: boolean): End {
  const out = asJson ? JSON.stringify(answer.result) : answer.text
  return { code: answer.isWell ? WELL : WRONG_DATA, out, err: '' }
}

export function endOfFailure(error: unknown, asJson: boolean): End {
  if (error instanceof CommanderError && error.exitCode === 0) return { code: WELL, out: '', err: '' }
  const [code, message] = [codeOf(error), messageOf(error)]
  const out = asJson ? JSON.stringify({ error: { code, message } }) : ''
  // Commander has said on standard error what was wrong with the call.
  return {
    code: isWrongUse(error) ? WRONG_USE : WRONG_DATA,
    out,
    err: error instanceof CommanderError ? '' : message,
  }
}

function isWrongUse(error: unknown): boolean {
  return error instanceof CommanderError || error instanceof ConfigError
}

function codeOf(error: unknown): string {
  return error instanceof DomainError || error instanceof CommanderError ? error.code : 'FAILED'
}

/** Our own sentences are for people. Of others only those of the operating system are sure to hold no health data. */
function messageOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof CommanderError) return error.message
  if (error instanceof Error && 'syscall' in error) return error.message
  const { type, code, at } = toLoggedError(error)
  return [`unexpected ${type}${code === undefined ? '' : ` ${code}`}`, ...at].join('\n    ')
}
