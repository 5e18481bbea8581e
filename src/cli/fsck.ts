import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Command } from 'commander'

import { ConfigError, loadFsck, type FsckReport } from '#server'

import type { Context } from './context.ts'
import { openProgress } from './progress.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart fsck`: whether everything that is kept is as it was written. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('fsck')
    .description(
      'go through everything that is kept, from genesis on, and name what is not as it was written',
    )
    .option('--rebuild', 'make anew, from the blocks, what they leave in tables')
  addSettingOptions(command).action(async ({ rebuild = false }: { rebuild?: boolean }) => {
    const { config } = await context.configure(command)
    if (!existsSync(join(config.data, 'node.key')))
      throw new ConfigError(
        'BAD_CONFIGURATION',
        `nothing is kept in ${config.data}: name the folder with --data`,
      )
    const { fsck, sizeOf, useStore } = await loadFsck()
    const report = await useStore(config, async (store) => {
      using progress = openProgress({ title: 'fsck', unit: 'checks', total: await sizeOf(store) })
      return await fsck(store, { rebuild, tell: (by) => progress.advance(by) })
    })
    context.answer({ text: toText(report), result: report, isWell: report.ok })
  })
}

function toText({ ok, rebuilt, checked, findings, unnamed, stray }: FsckReport): string {
  const counts = Object.entries(checked).map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
  return [
    ...(rebuilt ? ['made anew what blocks leave in tables'] : []),
    `gone through: ${counts.join(', ')}`,
    ...findings.map(({ kind, id, differs }) => `${kind} ${id}: ${differs}`),
    ...(unnamed > 0 ? [`and ${unnamed.toLocaleString('en')} more`] : []),
    ...(stray.length > 0
      ? [`${stray.length} documents that no entry names (nothing is wrong with that)`]
      : []),
    ok
      ? 'everything is as it was written'
      : `${(findings.length + unnamed).toLocaleString('en')} things are not as they were written`,
  ].join('\n')
}
