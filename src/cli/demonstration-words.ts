/** What commands that make a demonstration have in common: its size, and what they say on the way. */
import { InvalidArgumentError } from 'commander'

const PEOPLE = 300
const EVERY = 25

export const PEOPLE_OPTION = [
  '--people <count>',
  'how many people the demonstration has',
  toCount,
  PEOPLE,
] as const

export function tell(step: string, done: number, total: number): void {
  if (step !== 'charts' || done % EVERY === 0 || done === total)
    say(`demonstration: ${done} of ${total} ${step}`)
}

export function lineOf({
  role,
  name,
  healthId,
}: {
  readonly role: string
  readonly name: string
  readonly healthId: string
}): string {
  return `  ${role.padEnd(15)} ${name}, health ID ${healthId}`
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 20) throw new InvalidArgumentError('a whole number from 20 on.')
  return count
}
