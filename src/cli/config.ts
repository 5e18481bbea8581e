import type { Command } from 'commander'

import { environmentName, showConfig, type Shown } from '#server'

import type { Context } from './context.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart config`: every setting, what it is, and who said so. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('config')
    .description('show every setting, its value and where that came from')
  addSettingOptions(command).action(async () => {
    const shown = showConfig(await context.configure(command))
    context.answer({ text: toText(shown), result: { settings: shown }, isWell: true })
  })
}

function toText(shown: readonly Shown[]): string {
  return shown.map((row) => `${lineOf(row)}\n    ${row.about}; ${environmentName(row.setting)}`).join('\n')
}

function lineOf({ setting, value, from }: Shown): string {
  return `${setting} = ${value ?? '(none)'}  (${from})`
}
