import type { Command } from 'commander'

import { loadNode } from '#server'

import type { Context } from './context.ts'
import { lineOf, PEOPLE_OPTION, tell } from './demonstration-words.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart demo`: an invented population in an empty data folder. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('demo')
    .description('fill an empty data folder with an invented population, the same for the same size and day')
    .option(...PEOPLE_OPTION)
  addSettingOptions(command).action(async ({ people }: { people: number }) => {
    const { config } = await context.configure(command)
    const { loadDemonstration } = await loadNode()
    const signIns = await loadDemonstration({ ...config, demonstration: true }, { people, tell })
    context.answer({ text: signIns.map(lineOf).join('\n'), result: { signIns }, isWell: true })
  })
}
