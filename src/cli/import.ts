import type { Command } from 'commander'

import { openSource, type ImportReport } from '#exchange'
import { loadNode } from '#server'

import type { Context } from './context.ts'
import { requireFile, requireOrganisation } from './named.ts'
import { openProgress } from './progress.ts'
import { addSettingOptions } from './setting-options.ts'

/** `twinchart import FILE`: FHIR R4 Bundles, as they are. */
export function register(program: Command, context: Context): void {
  const command = program
    .command('import <file>')
    .description(
      'import FHIR R4 Bundles (.ndjson, .ndjson.gz or one .json); begun again, it goes on where it was',
    )
    .option('--organisation <id>', 'in whose name; the health authority where none is given')
  addSettingOptions(command).action(async (file: string, { organisation }: { organisation?: string }) => {
    const { config } = await context.configure(command)
    const writer = organisation === undefined ? undefined : requireOrganisation(organisation)
    await requireFile(file)
    const source = await openSource(file)
    const { useNode } = await loadNode()
    using progress = openProgress({ title: 'import', unit: 'bytes', total: source.total })
    let read = 0
    const report = await useNode(config, (node, services) =>
      services.import(source, writer ?? node.authority, (reached) => {
        progress.advance(reached.read - read)
        read = reached.read
      }),
    )
    context.answer({ text: toText(report), result: report, isWell: report.refused.length === 0 })
  })
}

/** For a person. */
export function toText({ bundles, resources, patients, refused, unanswered }: ImportReport): string {
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0)
  const kinds = Object.entries(resources).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const was = (what: string) => patients.filter((patient) => patient.was === what).length
  return [
    `${bundles} Bundles, ${total.toLocaleString('en')} resources`,
    ...kinds.map(([type, count]) => `  ${type.padEnd(24)} ${count.toLocaleString('en').padStart(9)}`),
    `patients: ${was('new')} new, ${was('known')} known before, ${was('same')} imported before`,
    ...patients.map(
      ({ line, healthId, entries }) =>
        `  line ${line}: health ID ${healthId}, ${entries.toLocaleString('en')} entries`,
    ),
    ...toWarning(unanswered),
    ...refused.flatMap(({ line, code, problems }) => [
      `line ${line} was refused (${code}), and nothing of it was kept:`,
      ...problems.slice(0, 10).map(({ path, problem }) => `  ${path} ${problem}`),
    ]),
  ].join('\n')
}

function toWarning({ count, first }: ImportReport['unanswered']): readonly string[] {
  if (count === 0) return []
  const more = count - first.length
  return [
    `${count.toLocaleString('en')} references lead nowhere: nothing in their Bundle answers them; they are kept as written`,
    ...first.map(({ line, path }) => `  line ${line}: ${path}`),
    ...(more > 0 ? [`  and ${more.toLocaleString('en')} more`] : []),
  ]
}
