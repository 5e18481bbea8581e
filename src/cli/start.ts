import type { Command } from 'commander'

import { loadNode } from '#server'

import type { Context } from './context.ts'
import { lineOf, PEOPLE_OPTION, say, tell } from './demonstration-words.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart start`: the whole node, until it is told to stop. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('start')
    .description('start this node; with --demonstration, among an invented population')
    .option(...PEOPLE_OPTION)
  addSettingOptions(command).action(async ({ people }: { people: number }) => {
    const { config } = await context.configure(command)
    const { startServer } = await loadNode()
    say(`opening the data folder ${config.data}`)
    await startServer(config, {
      people,
      tell,
      ready(url, signIns) {
        say(`Twinchart is at ${url}`)
        for (const signIn of signIns) say(lineOf(signIn))
        if (signIns.length > 0) say('  everybody’s password is on the first page; stop with Ctrl-C')
      },
    })
    context.answer({ text: '', result: { stopped: true }, isWell: true })
  })
}
