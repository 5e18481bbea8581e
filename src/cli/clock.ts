import type { Command } from 'commander'

import { loadOperator } from '#server'

import type { Context } from './context.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart clock confirm`: the operator has looked, and the clock of the machine is right. */
export function register(program: Command, context: Context): void {
  const clock = program.command('clock').description('the clock of a running node')
  const confirm = clock
    .command('confirm')
    .description('say that the clock is right as it is now, after it jumped and the ledger stopped')
  addSettingOptions(confirm).action(async () => {
    const { config } = await context.configure(confirm)
    const { confirmClock } = await loadOperator()
    const { jumped } = await confirmClock(config)
    const seconds = (jumped / 1000).toFixed(1)
    const text = `confirmed: since it was last trusted it had moved by ${seconds} seconds against the time that passed`
    context.answer({ text, result: { jumped }, isWell: true })
  })
}
