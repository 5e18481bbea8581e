import { InvalidArgumentError, type Command } from 'commander'

import { loadNode } from '#server'

import type { Context } from './context.ts'
import { addSettingOptions } from './setting-options.ts'

const PEOPLE = 300

/** `twinchart start`: the whole node, until it is told to stop. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('start')
    .description('start this node; with --demonstration, among an invented population')
    .option('--people <count>', 'how many people the demonstration has', toCount, PEOPLE)
  addSettingOptions(command).action(async ({ people }: { people: number }) => {
    const { config } = await context.configure(command)
    const { startServer } = await loadNode()
    say(`opening the data folder ${config.data}`)
    await startServer(config, {
      people,
      tell: (step, done, total) => {
        if (step !== 'charts' || done % 25 === 0 || done === total)
          say(`demonstration: ${done} of ${total} ${step}`)
      },
      ready(url, signIns) {
        say(`Twinchart is at ${url}`)
        for (const { role, name, healthId } of signIns)
          say(`  ${role.padEnd(15)} ${name}, health ID ${healthId}`)
        if (signIns.length > 0) say('  everybody’s password is on the first page; stop with Ctrl-C')
      },
    })
    context.answer({ text: '', result: { stopped: true }, isWell: true })
  })
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 20) throw new InvalidArgumentError('a whole number from 20 on.')
  return count
}
