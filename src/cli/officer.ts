import type { Command } from 'commander'

import { loadNode } from '#server'

import type { Context } from './context.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart officer add CONTACT`: the first officers, whom no officer can appoint. */
export function register(program: Command, context: Context): void {
  const officer = program.command('officer').description("the health authority's officers")
  const add = officer
    .command('add <contact>')
    .description('make somebody an officer: an e-mail address, phone number or health ID')
  addSettingOptions(add).action(async (contact: string) => {
    const { config } = await context.configure(add)
    const { useNode } = await loadNode()
    const was = await useNode(config, ({ identity }) => identity.appointOfficer(contact))
    const text =
      was === 'appointed'
        ? 'appointed'
        : 'invited: the invitation waits for whoever signs up with this contact'
    context.answer({ text, result: { was }, isWell: true })
  })
}
